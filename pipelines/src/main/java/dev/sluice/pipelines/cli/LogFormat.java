package dev.sluice.pipelines.cli;

/** How log lines look. */
enum LogFormat {
  TEXT,
  JSON
}
