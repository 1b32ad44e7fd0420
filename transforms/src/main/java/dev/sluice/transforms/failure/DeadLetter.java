package dev.sluice.transforms.failure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One issue that could not be loaded, with all that is needed to look at it and to load it again.
 *
 * @param position where the issue stood in the run; unique within it
 * @param at when it was set aside, UTC, by the server's clock of the page it came from
 * @param stage the transform that refused it
 * @param raw the issue as Jira sent it, or the row as far as it had come
 * @param replayJql finds exactly this issue; null when not even its id is known
 */
public record DeadLetter(
    long position,
    Instant at,
    String stage,
    String shardId,
    @Nullable String issueId,
    @Nullable String issueKey,
    @Nullable String fieldId,
    String errorClass,
    String errorMessage,
    String raw,
    @Nullable String replayJql) {}
