/**
 * What the warehouse holds now, out of all that runs ever published: the newest row of every issue
 * with what belongs to it, less what is gone from Jira. The only place that knows the rule; every
 * reader of the warehouse goes through it.
 */
@NullMarked
package dev.sluice.transforms.state;

import org.jspecify.annotations.NullMarked;
