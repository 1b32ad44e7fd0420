/**
 * Talks to Jira's REST interface, Cloud and Data Center: every request passes login, budget and
 * retry, every answer becomes one outcome with one meaning, and a page of issues is handed on as
 * the bytes Jira sent. Knows nothing of Beam.
 */
@NullMarked
package dev.sluice.transforms.jira;

import org.jspecify.annotations.NullMarked;
