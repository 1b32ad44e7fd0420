package dev.sluice.pipelines.cli;

import picocli.CommandLine.Command;

/** {@code sluice} itself. */
@Command(
    name = "sluice",
    description = {"", "Jira into your warehouse: complete, exact, provable, restartable.", ""},
    synopsisHeading = "Usage: ",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs (sluice VERB --help tells their options):%n",
    exitCodeListHeading = "%nExit codes:%n")
final class RootCommand {}
