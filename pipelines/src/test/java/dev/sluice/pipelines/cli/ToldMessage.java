package dev.sluice.pipelines.cli;

/**
 * A message with what to do, as it stands in the sources; particulars are names in italics.
 *
 * @param kind the word of the {@link FailureKind}
 */
record ToldMessage(String kind, String message, String hint) {}
