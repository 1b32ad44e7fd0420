/**
 * Finds out what a site holds before it is loaded: projects, fields with their columns, issue
 * types, and in a sample of issues which fields are used where.
 */
@NullMarked
package dev.sluice.pipelines.discover;

import org.jspecify.annotations.NullMarked;
