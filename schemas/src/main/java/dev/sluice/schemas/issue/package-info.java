/**
 * From one issue's JSON to the rows of every table it has rows for, first as Jira sent them, then
 * with every instant in UTC. Nothing Jira sent is lost: what fits no column stays in {@code extra}.
 */
@NullMarked
package dev.sluice.schemas.issue;

import org.jspecify.annotations.NullMarked;
