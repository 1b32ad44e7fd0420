/**
 * A behavioural Jira on loopback, Cloud or Data Center: it evaluates the JQL it is sent, pages as
 * the real servers do, caps what they cap, and misbehaves on request.
 */
@NullMarked
package dev.sluice.simulator;

import org.jspecify.annotations.NullMarked;
