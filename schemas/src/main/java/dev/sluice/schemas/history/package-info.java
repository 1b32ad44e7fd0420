/**
 * What an issue's change history says: every change, the values at creation rebuilt backwards, and
 * the intervals between changes. Pure functions over one issue; replaying the history forward must
 * end at what the issue is, and where it does not that is counted, never hidden.
 */
@NullMarked
package dev.sluice.schemas.history;

import org.jspecify.annotations.NullMarked;
