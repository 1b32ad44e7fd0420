package dev.sluice.pipelines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file relative to the folder of the module, in which tests run
 */
record DocumentedPage(Path file, String text) {

  /** The folder of the repository. */
  static final Path ROOT = Path.of("..");

  private static final Pattern FENCE =
      Pattern.compile("^```([a-z]*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*)$", Pattern.MULTILINE);

  /** A block of code with the language it is said to be in; {@code text} has its line breaks. */
  record Fence(String language, String text, int start) {}

  /** The README, and the pages below {@code docs} by name. */
  static List<DocumentedPage> all() {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")).sorted())
          .map(DocumentedPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DocumentedPage read(Path file) {
    try {
      return new DocumentedPage(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Fence> fences() {
    List<Fence> fences = new ArrayList<>();
    for (Matcher fence = FENCE.matcher(text); fence.find(); ) {
      fences.add(new Fence(fence.group(1), fence.group(2), fence.start()));
    }
    return fences;
  }

  /** What is no block of code. */
  String prose() {
    return FENCE.matcher(text).replaceAll("");
  }

  /** The places a link can lead to, named as GitHub names them. */
  List<String> anchors() {
    List<String> anchors = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Matcher heading = HEADING.matcher(prose()); heading.find(); ) {
      String name =
          heading
              .group(1)
              .strip()
              .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
              .replace(' ', '-');
      int earlier = seen.merge(name, 1, Integer::sum) - 1;
      anchors.add(earlier == 0 ? name : name + "-" + earlier);
    }
    return anchors;
  }

  /** Names the page in reports of tests. */
  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
