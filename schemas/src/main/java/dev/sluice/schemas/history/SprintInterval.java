package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an issue belonged to a sprint. Closing a sprint does not end it: Jira keeps the
 * issue in the sprints it was in, and only a removal takes it out.
 *
 * @param position from 0 within the issue, in the order in which they were added
 * @param sprint id, and name where it is known
 * @param addedAt as Jira sent it
 * @param removedAt null while it belongs to it
 * @param authorId who added it; the creator at creation
 */
public record SprintInterval(
    String issueId,
    long position,
    NamedValue sprint,
    @Nullable String addedAt,
    @Nullable String removedAt,
    @Nullable String authorId,
    boolean isCurrent) {}
