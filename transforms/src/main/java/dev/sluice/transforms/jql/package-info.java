/**
 * What is asked of Jira and in which pieces: half-open ranges of whole UTC minutes, the text of
 * every JQL query, and the planner that cuts a range into shards of a size one reader can hold.
 * Pure functions of their arguments: no HTTP, no clock, no Beam.
 */
@NullMarked
package dev.sluice.transforms.jql;

import org.jspecify.annotations.NullMarked;
