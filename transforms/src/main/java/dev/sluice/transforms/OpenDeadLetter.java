package dev.sluice.transforms;

/**
 * An issue that was set aside and has not arrived since.
 *
 * @param runId the run that set it aside last
 * @param issueKey its key at that time, empty when unknown
 * @param replayJql finds exactly this issue
 */
public record OpenDeadLetter(
    String runId,
    String issueId,
    String issueKey,
    String stage,
    String errorClass,
    String errorMessage,
    String replayJql) {}
