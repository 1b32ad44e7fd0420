package dev.sluice.pipelines.cli;

/** How an answer of the local warehouse is written. */
enum AnswerFormat {
  TABLE,
  CSV,
  JSON,
  MARKDOWN
}
