package dev.sluice.schemas.view;

/** The SQL of a database. */
public enum Dialect {
  /** DuckDB 1.2 and later; instants are {@code TIMESTAMP} in UTC. */
  DUCKDB,
  /** BigQuery's GoogleSQL; instants are {@code TIMESTAMP}. */
  BIGQUERY
}
