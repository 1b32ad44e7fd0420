package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunStatus;

/** A state as a sign, so that it is told without colour too. */
final class Marks {

  private Marks() {}

  static String of(RunStatus status) {
    return switch (status) {
      case OK -> "●";
      case PARTIAL -> "◐";
      case FAILED -> "✕";
      case SUBMITTED -> "○";
    };
  }
}
