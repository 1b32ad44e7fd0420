package dev.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ways in which a Jira misleads a reader are numbered; a test that walks into one has its
 * number in its name. The package of the simulator's faults says what lays which.
 */
final class TrapsTableTest {

  /** What loses data silently, what an issue is, and how it is asked for. */
  private static final List<Integer> NUMBERS =
      Stream.of(IntStream.rangeClosed(1, 33), IntStream.rangeClosed(62, 67))
          .flatMap(IntStream::boxed)
          .toList();

  private static final Pattern TEST = Pattern.compile("void (trap(\\d+(?:And\\d+)*)\\w*)\\(");

  @Test
  void everyTrapHasItsTest() {
    Map<Integer, Set<String>> table = table();

    assertThat(table.keySet())
        .as(
            () ->
                table.entrySet().stream()
                    .map(trap -> trap.getKey() + " " + String.join(", ", trap.getValue()))
                    .collect(Collectors.joining("\n", "\n", "\n")))
        .containsAll(NUMBERS);
  }

  private static Map<Integer, Set<String>> table() {
    Map<Integer, Set<String>> table = new TreeMap<>();
    for (Path file : tests()) {
      String name = String.valueOf(file.getFileName()).replace(".java", "");
      Matcher test = TEST.matcher(text(file));
      while (test.find()) {
        String method = name + "#" + test.group(1);
        for (String number : test.group(2).split("And", -1)) {
          table.computeIfAbsent(Integer.valueOf(number), trap -> new TreeSet<>()).add(method);
        }
      }
    }
    return table;
  }

  private static List<Path> tests() {
    try (Stream<Path> files = Files.walk(Path.of("").toAbsolutePath().getParent())) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .filter(file -> file.toString().contains("/src/test/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
