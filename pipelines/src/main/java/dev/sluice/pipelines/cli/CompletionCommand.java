package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice completion}. */
@Command(
    name = "completion",
    description = {
      "Print a script by which a shell completes verbs, options and their values.",
      "bash, zsh: source <(sluice completion bash). fish: sluice completion fish | source."
    },
    footer = {
      "",
      "Example: sluice completion bash > ~/.local/share/bash-completion/completions/sluice"
    })
final class CompletionCommand implements Subcommand {

  /** The script for bash turns zsh's emulation of it on, which needs zsh's own completion. */
  private static final String ZSH_FIRST =
      "autoload -Uz compinit && (( $+functions[compdef] )) || compinit\n";

  /** A shell that it is for. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    /** As it is written. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "bash|zsh|fish", description = "The shell.")
  Shell shell = Shell.BASH;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    CommandLine all = Main.commandLine(List.of(), session);
    all.getSubcommands().values().forEach(verb -> CompletionWords.put(verb.getCommandSpec()));
    return new Script(
        switch (shell) {
          case BASH -> AutoComplete.bash("sluice", all);
          case ZSH -> ZSH_FIRST + AutoComplete.bash("sluice", all);
          case FISH -> FishCompletion.of("sluice", all);
        });
  }

  private record Script(String script) implements Report {

    @Override
    public String text(Style style) {
      return script.stripTrailing();
    }

    @Override
    public Object json() {
      return Map.of("script", script);
    }

    @Override
    public ExitCode exitCode() {
      return ExitCode.OK;
    }
  }
}
