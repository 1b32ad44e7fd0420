package dev.sluice.pipelines.cli;

/** How the result looks. */
enum OutputFormat {
  TEXT,
  JSON
}
