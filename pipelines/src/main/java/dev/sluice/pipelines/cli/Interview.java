package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.StarterFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks line by line, and tests each answer before the next question. What is wrong with an answer
 * is told, and it is asked again.
 */
final class Interview {

  private final BufferedReader in;
  private final PrintStream err;
  private final boolean attended;
  private final boolean silent;
  private final Style style;

  /**
   * @param silent nobody is there: what is not given has its usual answer, and a wrong one is the
   *     end
   */
  Interview(Session session, boolean silent) {
    this.in = session.console().in();
    this.err = session.console().err();
    this.attended = session.console().errAttended();
    this.silent = silent;
    this.style = Style.of(attended, session.environment());
  }

  /**
   * A question.
   *
   * @param name of the option that answers it
   * @param given the answer, where an option gave it
   * @param usual what no answer means; empty when there must be one
   */
  record Question(
      String name,
      String text,
      Optional<String> given,
      Optional<String> usual,
      BiFunction<StarterFile, String, StarterFile> answered) {

    Question usually(String answer) {
      return new Question(name, text, given, Optional.of(answer), answered);
    }

    Question open() {
      return new Question(name, text, Optional.empty(), usual, answered);
    }
  }

  /** A line that is no question. */
  void say(String text) {
    if (!silent) {
      err.println(text);
    }
  }

  /**
   * The file with an answer that passed its test.
   *
   * @param test says what it found, or throws
   */
  StarterFile ask(StarterFile file, Question question, Function<StarterFile, String> test) {
    Optional<String> given = question.given();
    while (true) {
      StarterFile answered = question.answered().apply(file, answer(question, given));
      if (passes(() -> test.apply(answered))) {
        return answered;
      }
      given = Optional.empty();
    }
  }

  /** Whether a test passes; what it says is told in any case. */
  boolean passes(Supplier<String> test) {
    try {
      String found = test.get();
      if (!found.isEmpty()) {
        say("   " + style.good("ok") + "  " + found);
      }
      return true;
    } catch (RuntimeException e) {
      if (silent) {
        throw e instanceof ConfigException wrong ? withoutPlace(wrong) : e;
      }
      FailureReport failure = FailureReport.of(e);
      failure.messages().forEach(message -> say("   " + style.bad("no") + "  " + bare(message)));
      // What is no answer at all says itself what would be one.
      if (failure.messages().stream().allMatch(message -> bare(message).equals(message))) {
        say("       " + failure.hint());
      }
      return false;
    }
  }

  private String answer(Question question, Optional<String> given) {
    if (given.isPresent()) {
      // The answer itself may be a secret in the wrong place.
      say(question.text() + ": as " + question.name() + " says");
      return given.get();
    }
    if (silent) {
      return question
          .usual()
          .orElseThrow(
              () ->
                  new UsageException(
                      "with --no-input, " + question.name() + " is needed",
                      "see 'sluice init --help'"));
    }
    while (true) {
      String shown = question.usual().map(usual -> " [" + usual + "]").orElse("");
      err.print(style.bold(question.text()) + shown + ": ");
      err.flush();
      String line = line(question);
      if (!line.isEmpty() || question.usual().isPresent()) {
        return line.isEmpty() ? question.usual().orElseThrow() : line;
      }
    }
  }

  private String line(Question question) {
    String line = read();
    if (!attended) {
      err.println();
    }
    if (line == null) {
      throw new UsageException(
          "the input ended before an answer to: " + question.text(),
          "answer all questions, or use --no-input with options");
    }
    return line.strip();
  }

  private @Nullable String read() {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answers", e);
    }
  }

  private static ConfigException withoutPlace(ConfigException wrong) {
    boolean inFile = wrong.messages().stream().anyMatch(message -> !bare(message).equals(message));
    return new ConfigException(
        wrong.messages().stream().map(Interview::bare).toList(),
        inFile ? "give another answer; see 'sluice init --help'" : wrong.hint());
  }

  /** Without the place in a file that is not written yet. */
  private static String bare(String message) {
    return message.replaceFirst("^sluice\\.yaml:\\d+: ", "");
  }

  /** The words of an answer that may hold several. */
  static List<String> words(String answer) {
    return List.of(answer.split("[,\\s]+", -1)).stream().filter(word -> !word.isEmpty()).toList();
  }
}
