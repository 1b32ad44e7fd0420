package dev.sluice.transforms.state;

import java.time.Instant;

/**
 * An issue as the warehouse holds it now.
 *
 * @param key the key it had when it was read last
 * @param projectId the project it was in then; empty when Jira did not tell
 * @param projectKey the key of that project; empty when Jira did not tell
 * @param updated Jira's time of its last change, UTC
 * @param readAt the server's time when it was read, UTC
 * @param runId the run that read it
 */
public record KnownIssue(
    String id,
    String key,
    String projectId,
    String projectKey,
    Instant updated,
    Instant readAt,
    String runId) {}
