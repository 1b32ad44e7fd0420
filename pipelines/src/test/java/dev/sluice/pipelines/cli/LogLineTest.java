package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class LogLineTest {

  @Test
  void textHasTheTimeInUtcAndNamesOnlyWhatIsWrong() {
    assertThat(new LogLine(LogFormat.TEXT, false).of(event(Level.INFO, "reading")))
        .isEqualTo("08:15:00Z reading");
    assertThat(new LogLine(LogFormat.TEXT, false).of(event(Level.WARNING, "slow")))
        .isEqualTo("08:15:00Z warning: slow");
  }

  @Test
  void jsonIsOneObjectALine() {
    assertThat(new LogLine(LogFormat.JSON, false).of(event(Level.SEVERE, "a \"quote\"\n")))
        .isEqualTo(
            "{\"time\":\"2026-11-24T08:15:00Z\",\"level\":\"error\",\"logger\":\"dev.sluice.X\","
                + "\"message\":\"a \\\"quote\\\"\\n\"}");
  }

  @Test
  void aStackTraceIsForThoseWhoDebug() {
    LogRecord event = event(Level.WARNING, "broken");
    event.setThrown(new IllegalStateException("why"));

    assertThat(new LogLine(LogFormat.TEXT, false).of(event))
        .isEqualTo("08:15:00Z warning: broken: java.lang.IllegalStateException: why");
    assertThat(new LogLine(LogFormat.TEXT, true).of(event)).contains("\tat dev.sluice");
  }

  private static LogRecord event(Level level, String message) {
    LogRecord event = new LogRecord(level, message);
    event.setLoggerName("dev.sluice.X");
    event.setInstant(Instant.parse("2026-11-24T08:15:00Z"));
    return event;
  }
}
