package dev.sluice.simulator.site;

/**
 * What became of an issue.
 *
 * @param issue as it is, or as it last was when it is deleted
 */
public record Revision(SimIssue issue, Standing standing) {}
