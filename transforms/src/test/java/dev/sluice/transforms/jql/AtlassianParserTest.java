package dev.sluice.transforms.jql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shows every form of query to Atlassian's own parser. Runs where the environment variable (or
 * system property) {@code SLUICE_JQLCHECK} names a folder with {@code jqlcheck.cjs} and its
 * installed packages, and {@code node} is on the path.
 */
final class AtlassianParserTest {

  private static final String JQLCHECK = "SLUICE_JQLCHECK";
  private static final Instant NOW = RandomSite.NOW;

  @TempDir private Path scratch;
  private final Set<String> emitted = new LinkedHashSet<>();

  @BeforeAll
  static void parserIsInstalled() {
    assumeTrue(
        jqlcheck().map(folder -> Files.isRegularFile(folder.resolve("jqlcheck.cjs"))).orElse(false),
        () -> JQLCHECK + " does not name the folder of jqlcheck.cjs");
  }

  @Test
  void everyFormOfQueryIsValid() throws IOException, InterruptedException {
    for (long seed = 0; seed < 25; seed++) {
      SiteInMemory site = RandomSite.seeded(seed);
      for (RangeField field : RangeField.values()) {
        plan(Scope.everything(), field, site.earliest(), recording(site), 200);
      }
    }
    for (String key :
        List.of("INT", "DO", "OR", "EMPTY", "a \"b\" \\c", "日本", "it's", "x\ty\u0001")) {
      IssueCounter counter = recording(jql -> 9_000, key);
      plan(Scope.projects(List.of(key, "A")), RangeField.UPDATED, Optional.empty(), counter, 3_000);
      plan(Scope.projects(List.of(key)), RangeField.CREATED, Optional.empty(), counter, 3_000);
    }
    emitted.add(Jql.in(RangeField.CREATED, DateRange.since(Instant.parse("1969-12-31T23:59:00Z"))));
    emitted.add(Jql.in(RangeField.UPDATED, DateRange.since(Instant.parse("9999-12-31T23:59:00Z"))));

    assertThat(emitted).hasSizeGreaterThan(3_000);
    assertThat(invalid()).isEmpty();
  }

  @Test
  void filtersThatPeopleWroteStayValidWithinOurs() throws IOException, InterruptedException {
    Optional<Path> file = walkUp("shared/data/jql.txt");
    assumeTrue(file.isPresent(), "no shared data here");
    List<String> filters;
    try (Stream<String> lines = Files.lines(file.orElseThrow(), UTF_8)) {
      filters =
          lines
              .filter(line -> line.startsWith("valid\t"))
              .map(line -> line.split("\t", -1)[1])
              .toList();
    }

    for (String filter : filters) {
      IssueCounter counter = recording(jql -> 2_000, "A");
      plan(Scope.matching(filter), RangeField.CREATED, Optional.empty(), counter, 5_000);
    }

    assertThat(filters).hasSizeGreaterThan(200);
    assertThat(invalid()).isEmpty();
  }

  private void plan(
      Scope scope, RangeField field, Optional<Instant> earliest, IssueCounter counter, int most) {
    DateRange range = DateRange.since(Instant.EPOCH);
    PlanRequest request =
        new PlanRequest(scope, field, range, earliest, NOW, 8, most, PlanRequest.EXACT);
    new ShardPlanner().plan(request, counter).forEach(this::emit);
  }

  private void emit(Shard shard) {
    emitted.add(shard.jql());
    emitted.add(shard.jqlSince(NOW));
    emitted.add(shard.jqlOf(List.of("10000", "10001")));
  }

  private IssueCounter recording(SiteInMemory site) {
    return recording(site, site.projectKeys(), site::keyAt);
  }

  private IssueCounter recording(IssueCounter counter, String key) {
    return recording(counter, List.of(key), (jql, position) -> Optional.of(key + "-" + position));
  }

  private interface Keys {
    Optional<String> at(String jql, int position);
  }

  private IssueCounter recording(IssueCounter counter, List<String> projects, Keys keys) {
    return new IssueCounter() {
      @Override
      public long count(String jql) {
        emitted.add(jql);
        return counter.count(jql);
      }

      @Override
      public Optional<String> keyAt(String jql, int position) {
        emitted.add(jql);
        return keys.at(jql, position);
      }

      @Override
      public List<String> projectKeys() {
        return projects;
      }
    };
  }

  private List<String> invalid() throws IOException, InterruptedException {
    Path queries = scratch.resolve("queries.txt");
    Path verdicts = scratch.resolve("verdicts.txt");
    List<String> lines = new ArrayList<>();
    emitted.forEach(jql -> lines.add(jql.replaceAll("[\\r\\n]", " ")));
    Files.write(queries, lines, UTF_8);
    Path folder = jqlcheck().orElseThrow();
    Process node =
        new ProcessBuilder("node", folder.resolve("jqlcheck.cjs").toString())
            .directory(folder.toFile())
            .redirectInput(queries.toFile())
            .redirectOutput(verdicts.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    node.waitFor();
    List<String> judged = Files.readAllLines(verdicts, UTF_8);
    assertThat(judged).hasSameSizeAs(lines);
    return judged.stream().filter(verdict -> !verdict.startsWith("valid\t")).toList();
  }

  private static Optional<Path> jqlcheck() {
    String property = System.getProperty(JQLCHECK);
    return Optional.ofNullable(property == null ? System.getenv(JQLCHECK) : property).map(Path::of);
  }

  private static Optional<Path> walkUp(String relative) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(relative))) {
        return Optional.of(at.resolve(relative));
      }
    }
    return Optional.empty();
  }
}
