/**
 * What JQL means on a site: names to fields, date literals to instants in the account's zone,
 * conditions to tests of an issue, and an index that answers ranges without looking at every issue.
 */
@NullMarked
package dev.sluice.simulator.search;

import org.jspecify.annotations.NullMarked;
