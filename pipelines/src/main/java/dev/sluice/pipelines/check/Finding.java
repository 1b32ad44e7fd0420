package dev.sluice.pipelines.check;

import java.util.Optional;

/**
 * What one probe found.
 *
 * @param probe one word
 * @param message what was found; for a failure the cause says it
 * @param fix what to do, where there is something to do
 * @param cause why the probe failed
 */
public record Finding(
    String probe,
    Verdict verdict,
    String message,
    Optional<String> fix,
    Optional<RuntimeException> cause) {

  static Finding ok(String probe, String message) {
    return new Finding(probe, Verdict.OK, message, Optional.empty(), Optional.empty());
  }

  static Finding warn(String probe, String message, String fix) {
    return new Finding(probe, Verdict.WARN, message, Optional.of(fix), Optional.empty());
  }

  static Finding fail(String probe, RuntimeException cause) {
    return new Finding(probe, Verdict.FAIL, "", Optional.empty(), Optional.of(cause));
  }

  static Finding skipped(String probe) {
    return new Finding(probe, Verdict.SKIPPED, "not tried", Optional.empty(), Optional.empty());
  }

  boolean failed() {
    return verdict == Verdict.FAIL;
  }
}
