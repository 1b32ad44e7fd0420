package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes for the help text. */
final class ExitCodeList {

  private ExitCodeList() {}

  /** Meaning by number, in order. */
  static Map<String, String> all() {
    Map<String, String> list = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      String retry = code.retryable() ? " (retry)" : "";
      list.put(Integer.toString(code.code()), code.meaning() + retry);
    }
    return list;
  }
}
