package dev.sluice.schemas.view;

import java.util.Map;

/** How each database says what the views' macros mean; {@code $1} is a macro's first argument. */
final class Macros {

  private static final Map<String, String> DUCKDB =
      Map.ofEntries(
          // A part that is used more than once is worked out once.
          Map.entry("materialized", "MATERIALIZED"),
          Map.entry("string", "VARCHAR"),
          Map.entry("long", "BIGINT"),
          Map.entry("double", "DOUBLE"),
          Map.entry("boolean", "BOOLEAN"),
          Map.entry("timestamp", "TIMESTAMP"),
          // Without the time zone extension, which not every client has.
          Map.entry("now", "make_timestamp(epoch_us(now()))"),
          Map.entry("seconds", "date_sub('second', $1, $2)"),
          Map.entry("day", "CAST($1 AS DATE)"),
          Map.entry("days", "date_diff('day', $1, $2)"),
          Map.entry("week", "CAST(date_trunc('week', $1) AS DATE)"),
          Map.entry("add_days", "CAST($1 + INTERVAL 1 DAY * ($2) AS DATE)"),
          Map.entry("start_of_day", "CAST($1 AS TIMESTAMP)"),
          Map.entry(
              "each_day",
              "LATERAL (SELECT UNNEST(generate_series(CAST($1 AS TIMESTAMP), CAST($2 AS TIMESTAMP),"
                  + " INTERVAL 1 DAY)) AS day) AS $3"),
          Map.entry("date", "TRY_CAST(substr($1, 1, 10) AS DATE)"),
          Map.entry("matches", "regexp_matches($1, $2)"),
          Map.entry("split", "string_split($1, $2)"),
          Map.entry("each", "LATERAL (SELECT UNNEST($1) AS member) AS $2"));

  private static final Map<String, String> BIGQUERY =
      Map.ofEntries(
          Map.entry("materialized", ""),
          Map.entry("string", "STRING"),
          Map.entry("long", "INT64"),
          Map.entry("double", "FLOAT64"),
          Map.entry("boolean", "BOOL"),
          Map.entry("timestamp", "TIMESTAMP"),
          Map.entry("now", "CURRENT_TIMESTAMP()"),
          // Whole seconds, whatever an engine takes the difference in seconds to be.
          Map.entry("seconds", "DIV(TIMESTAMP_DIFF($2, $1, MICROSECOND), 1000000)"),
          Map.entry("day", "DATE($1)"),
          Map.entry("days", "DATE_DIFF($2, $1, DAY)"),
          // As DATE_TRUNC to ISOWEEK, which what stands in for BigQuery in tests does not know.
          Map.entry("week", "DATE_SUB($1, INTERVAL MOD(EXTRACT(DAYOFWEEK FROM $1) + 5, 7) DAY)"),
          Map.entry("add_days", "DATE_ADD($1, INTERVAL $2 DAY)"),
          Map.entry("start_of_day", "TIMESTAMP($1)"),
          Map.entry(
              "each_day",
              "UNNEST(ARRAY(SELECT AS STRUCT day FROM UNNEST(GENERATE_DATE_ARRAY($1, $2)) AS day))"
                  + " AS $3"),
          Map.entry("date", "SAFE_CAST(SUBSTR($1, 1, 10) AS DATE)"),
          Map.entry("matches", "REGEXP_CONTAINS($1, $2)"),
          Map.entry("split", "SPLIT($1, $2)"),
          Map.entry(
              "each", "UNNEST(ARRAY(SELECT AS STRUCT member FROM UNNEST($1) AS member)) AS $2"));

  private Macros() {}

  static Map<String, String> of(Dialect dialect) {
    return switch (dialect) {
      case DUCKDB -> DUCKDB;
      case BIGQUERY -> BIGQUERY;
    };
  }
}
