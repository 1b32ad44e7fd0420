package dev.sluice.pipelines.cli;

import java.util.Map;
import picocli.CommandLine;

/**
 * How text is drawn: with colours on a terminal that wants them, plain elsewhere.
 *
 * @param colour whether escape sequences may be used
 */
record Style(boolean colour) {

  static final Style PLAIN = new Style(false);

  /** Colours only on a terminal, and not when {@code NO_COLOR} is set to anything. */
  static Style of(boolean terminal, Map<String, String> environment) {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    return new Style(terminal && !refused && !dumb);
  }

  /** Colours of help texts, which go to standard output. */
  CommandLine.Help.Ansi help() {
    return colour ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
  }

  String bold(String text) {
    return drawn("1", text);
  }

  String dim(String text) {
    return drawn("2", text);
  }

  String good(String text) {
    return drawn("32", text);
  }

  String doubtful(String text) {
    return drawn("33", text);
  }

  String bad(String text) {
    return drawn("31", text);
  }

  private String drawn(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
