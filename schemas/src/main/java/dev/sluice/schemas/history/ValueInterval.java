package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a field kept a value.
 *
 * @param position from 0 within the issue, oldest first
 * @param value without id and text while the field was empty
 * @param statusCategory key of the category, of a status where it is known
 * @param enteredAt as Jira sent it
 * @param leftAt null while it lasts
 * @param seconds whole seconds, rounded down; null while it lasts, and where the history puts its
 *     end before its start
 * @param authorId who set the value; the creator at creation
 */
public record ValueInterval(
    String issueId,
    long position,
    NamedValue value,
    @Nullable String statusCategory,
    @Nullable String enteredAt,
    @Nullable String leftAt,
    @Nullable Long seconds,
    @Nullable String authorId,
    boolean isCurrent) {}
