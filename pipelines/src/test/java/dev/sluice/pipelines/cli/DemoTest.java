package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.SettableClock;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The tour, calm, in a storm and live. */
final class DemoTest {

  private static final int SCREEN = 30;
  private static final int WIDTH = 100;

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T08:15:00Z"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aScreenTellsWhatWasPlannedLoadedAndProvenAndThreeAnswers() {
    assertThat(demo(true, Map.of("NO_COLOR", "1"), "--issues=600")).as(err()).isZero();

    assertThat(out().lines()).hasSizeLessThanOrEqualTo(SCREEN);
    assertThat(out().lines()).allSatisfy(line -> assertThat(line.length()).isBetween(0, WIDTH));
    assertThat(out())
        .contains("planned   600 issues", "loaded    ", " tables with ", "proven    ")
        .contains("hold what Jira counts: 600 issues, none set aside")
        .contains("Which launches slipped, and what cost the time? (3 of ")
        .contains("Where do logged hours leave the planned ones behind?")
        .contains("beside what may be spent on it?")
        .contains("warehouse.duckdb", "report.html")
        .contains("./sluice init", "./sluice demo --faults");
    assertThat(out()).doesNotContain("\u001b");
  }

  @Test
  void aTerminalGetsColours() {
    assertThat(demo(true, Map.of(), "--issues=20")).isZero();
    assertThat(out()).contains("\u001b[32mok\u001b[0m");
    assertThat(demo(false, Map.of(), "--issues=20")).isZero();
    assertThat(out()).doesNotContain("\u001b");
  }

  @Test
  void aStormIsToldWithWhatWasRetried() {
    assertThat(demo(false, Map.of(), "--issues=60", "--faults=truncate=15%,short-pages=50%"))
        .as(err())
        .isZero();

    assertThat(out())
        .contains("faults    truncate=15% short-pages=50%", "retried   ", " sent again, waited ")
        .contains("hold what Jira counts: 60 issues, none set aside", "./sluice demo --live");
    assertThat(out()).doesNotContain("retried   0 ");
  }

  @Test
  void withoutAValueItIsAStormOfSeveralFaults() {
    DemoCommand demo = new DemoCommand();
    new CommandLine(demo).parseArgs("--faults", "--issues", "20");

    assertThat(demo.issues).isEqualTo(20);
    assertThat(demo.simulated.faults()).hasSizeGreaterThan(4).contains("truncate=4%");
    assertThat(told(demo.simulated.faults()))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH))
        .anyMatch(line -> line.contains("3 reset, 2 x 429, 4 x 503"));
  }

  @Test
  void aDemoThatFailsEndsWithItsCode() {
    assertThat(demo(false, Map.of(), "--issues=20", "--faults=anonymous")).isEqualTo(77);
    assertThat(err()).contains("error: ", "  hint: ");
    assertThat(demo(false, Map.of(), "--faults=gremlins")).isEqualTo(2);
    assertThat(demo(false, Map.of(), "--live=soon")).isEqualTo(2);
  }

  @Test
  void incrementsFollowPeopleAtWorkAndMissNothing() {
    assertThat(demo(false, Map.of(), "--issues=80", "--live=8s")).as(err()).isZero();

    List<String> lines = new ArrayList<>(out().lines().toList());
    assertThat(lines.get(0).strip().split(" +", -1))
        .containsExactly("increment", "changes", "issues", "read", "requests", "lag");
    assertThat(lines.get(1).strip().split(" +", -1)).contains("1", "8");
    assertThat(out()).containsPattern("live +\\d+ changes followed by \\d increments");
    assertThat(out()).containsPattern("newest version of (\\d+) of \\1 issues is here");
    assertThat(lines.get(1)).doesNotContain(" 0 s");
  }

  @Test
  void withJsonThereIsNothingButTheResult() {
    assertThat(demo(false, Map.of(), "--issues=20", "--live=1s", "--output=json")).isZero();
    assertThat(out().lines()).singleElement().asString().startsWith("{\"run_id\":");
  }

  private int demo(boolean attended, Map<String, String> environment, String... options) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("demo", "--quiet"));
    all.add("--output-path=" + folder.resolve("d"));
    all.addAll(List.of(options));
    Console console =
        new Console(
            new BufferedReader(Reader.nullReader()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            attended,
            false,
            WIDTH);
    return Main.execute(all.toArray(String[]::new), console, environment, clock, clock::advance);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** The lines about a storm as a run would have them. */
  private static List<String> told(List<String> faults) {
    Map<Integer, Long> answers = new TreeMap<>(Map.of(0, 3L, 200, 60L, 429, 2L, 503, 4L));
    Lines lines = new Lines(DemoReport.NAME_WIDTH);
    new DemoStorm(faults, answers).tell(lines, 12, Duration.ofSeconds(24));
    return lines.toString().lines().toList();
  }
}
