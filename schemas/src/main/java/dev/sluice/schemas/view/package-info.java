/**
 * The views of a warehouse: one text each, in the SQL that DuckDB and BigQuery share, with macros
 * for what they do not. A text begins with what it answers, for whom a row is, and what to know.
 */
@NullMarked
package dev.sluice.schemas.view;

import org.jspecify.annotations.NullMarked;
