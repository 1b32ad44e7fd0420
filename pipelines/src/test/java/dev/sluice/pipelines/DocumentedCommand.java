package dev.sluice.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a page shows it, in a block of code or between backticks.
 *
 * @param line all of it, with the variables before it, without a comment or where its output goes
 * @param words what follows the name of the program
 * @param exitCode 0 unless a comment says {@code ends with N}
 */
record DocumentedCommand(String line, List<String> words, int exitCode) {

  private static final Pattern LINE =
      Pattern.compile("(?:[A-Z_]+=\\S+ )*(?:\\./)?sluice (?<words>[a-z-].*)");
  private static final Pattern INLINE =
      Pattern.compile("`((?:[A-Z_]+=\\S+ )*(?:\\./)?sluice [a-z-][^`]*)`");
  private static final Pattern COMMENT = Pattern.compile("\\s+#\\s.*$");
  private static final Pattern REDIRECTION = Pattern.compile("\\s+>\\s*\\S+$");
  private static final Pattern EXIT_CODE = Pattern.compile("#.*\\bends with (\\d+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** Those of a page, in the order in which they stand there. */
  static List<DocumentedCommand> of(DocumentedPage page) {
    List<DocumentedCommand> commands = new ArrayList<>();
    int at = 0;
    for (DocumentedPage.Fence fence : page.fences()) {
      inline(page.text().substring(at, fence.start()), commands);
      commands.addAll(of(fence));
      at = page.text().indexOf("\n```\n", fence.start()) + 1;
    }
    inline(page.text().substring(at), commands);
    return commands;
  }

  /** Those of a block of code; a line goes on after a backslash. */
  static List<DocumentedCommand> of(DocumentedPage.Fence fence) {
    return fence
        .text()
        .replace("\\\n", " ")
        .lines()
        .flatMap(line -> parsed(line.strip()).stream())
        .toList();
  }

  private static void inline(String prose, List<DocumentedCommand> commands) {
    for (Matcher inline = INLINE.matcher(prose); inline.find(); ) {
      parsed(inline.group(1)).ifPresent(commands::add);
    }
  }

  private static Optional<DocumentedCommand> parsed(String line) {
    String bare = COMMENT.matcher(line).replaceFirst("");
    Matcher command = LINE.matcher(REDIRECTION.matcher(bare).replaceFirst(""));
    if (!command.matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(command.group("words")); word.find(); ) {
      words.add(
          Optional.ofNullable(word.group(1))
              .or(() -> Optional.ofNullable(word.group(2)))
              .orElseGet(word::group));
    }
    Matcher exit = EXIT_CODE.matcher(line);
    return Optional.of(
        new DocumentedCommand(
            command.group(), words, exit.find() ? Integer.parseInt(exit.group(1)) : 0));
  }
}
