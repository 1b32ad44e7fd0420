/**
 * The language: JQL text to a tree, with Jira's own words for what is wrong with it. Knows no issue
 * and no field; whether a query makes sense on a site is the business of the search package.
 */
@NullMarked
package dev.sluice.simulator.jql;

import org.jspecify.annotations.NullMarked;
