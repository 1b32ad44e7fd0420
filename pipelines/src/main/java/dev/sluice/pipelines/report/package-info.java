/**
 * What a run came to, as a page for people: one self-contained HTML file beside its manifest, and
 * one over all runs. Made only of what the warehouse holds; whatever comes from Jira is hostile
 * there.
 */
@NullMarked
package dev.sluice.pipelines.report;

import org.jspecify.annotations.NullMarked;
