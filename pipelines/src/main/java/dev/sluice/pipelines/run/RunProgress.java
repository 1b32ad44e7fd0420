package dev.sluice.pipelines.run;

import java.time.Duration;

/**
 * How far a running pipeline is.
 *
 * @param elapsed since the pipeline started
 * @param requestRate requests a second at the moment
 * @param allowedRate requests a second at most
 * @param waited time lost because Jira asked for it, summed over threads
 */
public record RunProgress(
    Duration elapsed,
    int shardsDone,
    int shardsPlanned,
    long issuesRead,
    long issuesExpected,
    double requestRate,
    double allowedRate,
    Duration waited) {}
