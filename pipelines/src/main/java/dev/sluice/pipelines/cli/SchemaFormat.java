package dev.sluice.pipelines.cli;

/** How columns are shown. */
enum SchemaFormat {
  TABLE,
  MARKDOWN,
  JSON,
  AVRO,
  BIGQUERY,
  DDL
}
