/**
 * Jira's REST API over a site: routes, who may call what, and one class for each group of
 * endpoints. What Cloud and Data Center do differently is decided here, and nowhere else.
 */
@NullMarked
package dev.sluice.simulator.api;

import org.jspecify.annotations.NullMarked;
