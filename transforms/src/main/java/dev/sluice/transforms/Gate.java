package dev.sluice.transforms;

import java.io.Serializable;

/**
 * What a run may lack and still count as complete.
 *
 * @param deadLetters issues that may be set aside
 * @param countTolerance the share of the server's count by which a shard may differ from it; 0.001
 *     is 0.1 %
 */
public record Gate(long deadLetters, double countTolerance) implements Serializable {}
