package dev.sluice.pipelines.cli;

/** What a subcommand does once its options are read. */
interface Verb {

  /** Does it. Every exception becomes one error with its exit code. */
  Report perform(Session session);
}
