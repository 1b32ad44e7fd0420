package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes one event of the log as one line.
 *
 * @param traces whether stack traces follow
 */
record LogLine(LogFormat format, boolean traces) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  String of(LogRecord event) {
    return format == LogFormat.JSON ? json(event) : text(event);
  }

  private String text(LogRecord event) {
    String level =
        event.getLevel().intValue() >= Level.WARNING.intValue() ? level(event) + ": " : "";
    return TIME.format(event.getInstant()) + " " + level + message(event) + cause(event);
  }

  private String json(LogRecord event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", Instant.ofEpochMilli(event.getMillis()).toString());
    line.put("level", level(event));
    line.put("logger", event.getLoggerName());
    line.put("message", message(event) + (traces ? "" : cause(event)));
    if (traces && event.getThrown() != null) {
      line.put("trace", trace(event.getThrown()));
    }
    return line.toString();
  }

  private String cause(LogRecord event) {
    Throwable thrown = event.getThrown();
    if (thrown == null) {
      return "";
    }
    return traces ? System.lineSeparator() + trace(thrown) : ": " + thrown;
  }

  private static String message(LogRecord event) {
    Object[] parameters = event.getParameters();
    return parameters == null || parameters.length == 0
        ? event.getMessage()
        : new MessageFormat(event.getMessage(), Locale.ROOT).format(parameters);
  }

  private static String level(LogRecord event) {
    int level = event.getLevel().intValue();
    if (level >= Level.SEVERE.intValue()) {
      return "error";
    }
    if (level >= Level.WARNING.intValue()) {
      return "warning";
    }
    return level >= Level.INFO.intValue() ? "info" : "debug";
  }

  static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().stripTrailing();
  }
}
