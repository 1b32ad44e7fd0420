package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the documentation points at is there. */
final class DocumentedLinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)\\b[^`]*`");

  @Test
  void everyRelativeLinkLeadsToAFileAndItsAnchorToAHeading() {
    List<String> links = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (DocumentedPage page : pages()) {
      for (Matcher link = LINK.matcher(page.prose()); link.find(); ) {
        if (!link.group(1).matches("[a-z]+:.*")) {
          links.add(link.group(1));
          if (!leadsSomewhere(page, link.group(1))) {
            broken.add(page + ": " + link.group(1));
          }
        }
      }
    }
    assertThat(links).hasSizeGreaterThan(50);
    assertThat(broken).isEmpty();
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Set<String> named = new TreeSet<>();
    for (DocumentedPage page : pages()) {
      for (Matcher test = TEST.matcher(page.prose()); test.find(); ) {
        named.add(test.group(1) + ".java");
      }
    }
    try (Stream<Path> files = Files.walk(DocumentedPage.ROOT)) {
      assertThat(named)
          .hasSizeGreaterThan(10)
          .isSubsetOf(
              files
                  .filter(file -> file.toString().contains("/src/test/java/"))
                  .map(file -> file.getFileName().toString())
                  .collect(Collectors.toSet()));
    }
  }

  private static List<DocumentedPage> pages() {
    return Stream.concat(
            DocumentedPage.all().stream(),
            Stream.of("CONTRIBUTING.md", "CHANGELOG.md", "deploy/README.md")
                .map(DocumentedPage.ROOT::resolve)
                .map(DocumentedPage::read))
        .toList();
  }

  private static boolean leadsSomewhere(DocumentedPage page, String link) {
    String path = link.replaceFirst("#.*", "");
    Path target = path.isEmpty() ? page.file() : page.file().resolveSibling(path);
    if (!Files.exists(target)) {
      return false;
    }
    return !link.contains("#")
        || DocumentedPage.read(target).anchors().contains(link.replaceFirst("[^#]*#", ""));
  }
}
