package dev.sluice.pipelines.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words that options and parameters take, as people write them. */
final class CompletionWords {

  /** A label such as {@code text|json} says itself what there is. */
  private static final Pattern WORDS = Pattern.compile("[a-z-]+(\\|[a-z-]+)+");

  private CompletionWords() {}

  /** Makes them the candidates of every argument that has any. */
  static void put(CommandSpec verb) {
    for (OptionSpec option : List.copyOf(verb.options())) {
      Optional<List<String>> words = words(option);
      // An option of a group cannot be replaced by itself; none of those has words.
      if (words.isPresent() && option.group() == null) {
        verb.remove(option);
        verb.addOption(option.toBuilder().completionCandidates(words.get()).build());
      }
    }
    for (PositionalParamSpec parameter : List.copyOf(verb.positionalParameters())) {
      words(parameter)
          .ifPresent(
              words -> {
                verb.remove(parameter);
                verb.addPositional(parameter.toBuilder().completionCandidates(words).build());
              });
    }
  }

  private static Optional<List<String>> words(ArgSpec argument) {
    if (WORDS.matcher(argument.paramLabel()).matches()) {
      return Optional.of(List.of(argument.paramLabel().split("\\|", -1)));
    }
    return Optional.ofNullable(argument.type().getEnumConstants())
        .map(
            constants ->
                Arrays.stream(constants)
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList());
  }
}
