/**
 * The local warehouse as one DuckDB file. Rows go from the Avro files straight into the columns of
 * the database; which of them are current is decided there, by the rule of {@code
 * dev.sluice.transforms.state.CurrentState}, within one transaction.
 */
@NullMarked
package dev.sluice.duckdb;

import org.jspecify.annotations.NullMarked;
