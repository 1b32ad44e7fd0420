package dev.sluice.pipelines.cli;

/** A verb with its options. */
interface Subcommand extends Verb {

  CommonOptions common();
}
