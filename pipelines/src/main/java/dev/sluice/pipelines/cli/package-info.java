/**
 * The command line: verbs, options, exit codes, what goes to which stream. Progress and logs go to
 * standard error, the result to standard output.
 */
@NullMarked
package dev.sluice.pipelines.cli;

import org.jspecify.annotations.NullMarked;
