/**
 * A site on which people work: changes to issues as Jira makes them, stamped by the clock of the
 * simulator, each seen by readers wholly or not at all.
 */
@NullMarked
package dev.sluice.simulator.live;

import org.jspecify.annotations.NullMarked;
