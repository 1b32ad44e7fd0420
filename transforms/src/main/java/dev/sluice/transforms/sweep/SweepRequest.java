package dev.sluice.transforms.sweep;

import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jql.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be swept, and how far Jira is believed.
 *
 * @param scope the issues the warehouse is meant to hold
 * @param maxDeleted the share of the known issues that may be missing from the census, 0 to 1
 * @param countTolerance by what share Jira's count may be wrong, 0 to 1; 0 where it counts exactly
 * @param now by the server's clock, UTC
 * @param watermark up to when the warehouse should be complete, UTC; empty when no run ever ended
 *     well
 * @param comparison what is compared besides ids
 */
public record SweepRequest(
    Scope scope,
    Edition edition,
    double maxDeleted,
    double countTolerance,
    Instant now,
    Optional<Instant> watermark,
    Comparison comparison) {

  /** Compares ids only. */
  public SweepRequest(
      Scope scope,
      Edition edition,
      double maxDeleted,
      double countTolerance,
      Instant now,
      Optional<Instant> watermark) {
    this(scope, edition, maxDeleted, countTolerance, now, watermark, Comparison.IDS);
  }
}
