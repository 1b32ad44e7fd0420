package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.run.FieldRegistryFiles;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.Notice;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Administrators change fields, statuses, types and priorities every week, people fill them in, and
 * a run follows. Nothing that was ever loaded may be lost, and everything must be told once.
 */
final class ThirtyWeeksTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final String CHANGES = "_schema_change";

  @TempDir Path folder;

  /** A value that a run has loaded. */
  private record Loaded(String runId, String issueId, String fieldId, String column, String cell) {}

  @Test
  void whateverAdministratorsDoNoValueIsLostAndEveryChangeIsToldOnce() {
    live(Edition.CLOUD, 1, 30, 24);
  }

  @Tag("proof")
  @Test
  void manySitesInBothEditions() {
    for (int seed = 2; seed <= 9; seed++) {
      live(seed % 2 == 0 ? Edition.DATA_CENTER : Edition.CLOUD, seed, 30, 120);
    }
  }

  private void live(Edition edition, long seed, int weeks, int issues) {
    Site site = Sluice.site(issues);
    SettableClock clock = SettableClock.at(Sluice.NOW);
    String name = edition + "-" + seed;
    try (JiraSimulator jira = simulated(edition, site, clock)) {
      boolean cloud = edition == Edition.CLOUD;
      Administrators people = new Administrators(jira.edits().administration(), seed, cloud);
      Random random = new Random(seed);
      Sluice sluice = new Sluice(folder.resolve(name)).configured(jira.baseUri());
      Sluice other = new Sluice(folder.resolve(name + "-other")).configured(jira.baseUri());
      fill(jira, site, people, random, site.issues().size());
      run(sluice, clock, "run");
      run(other, clock, "run");
      Map<String, Schema> firstColumns = columns(sluice);
      List<Loaded> ledger = new ArrayList<>(loaded(jira, sluice, people));

      for (int week = 1; week <= weeks; week++) {
        clock.advance(WEEK);
        Set<String> expected = people.week();
        fill(jira, site, people, random, 5);
        clock.advance(Duration.ofMinutes(20));
        int before = fieldRequests(jira);
        run(sluice, clock, "run");
        assertThat(fieldRequests(jira) - before).as("requests about fields").isBetween(1, 3);
        assertThat(told(sluice)).as(name + ", week " + week).isEqualTo(expected);
        ledger.addAll(loaded(jira, sluice, people));
        if (cloud) {
          run(other, clock, inAnotherWay(week, clock));
        }
      }

      assertThat(registry(sluice).version()).isGreaterThan(weeks / 2);
      everyValueIsWhereItWas(sluice, ledger);
      assertThat(columns(sluice))
          .as("columns of the first week")
          .containsAllEntriesOf(firstColumns);
      if (cloud) {
        assertThat(shape(registry(other))).isEqualTo(shape(registry(sluice)));
      }
      theFirstWeeksSqlStillAnswers(sluice, clock, firstColumns.keySet());
      assertThat(ledger).hasSizeGreaterThan(weeks * 10);
    }
  }

  private static JiraSimulator simulated(Edition edition, Site site, SettableClock clock) {
    return JiraSimulator.builder()
        .site(site)
        .edition(edition)
        .credentials("a@b.c", Sluice.TOKEN)
        .clock(clock)
        .start();
  }

  private static void run(Sluice sluice, SettableClock clock, String... verb) {
    Sluice.Result result = sluice.execute(clock, verb);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  /** The same weeks, seen by other kinds of runs. */
  private static String[] inAnotherWay(int week, SettableClock clock) {
    String day = clock.instant().minus(WEEK.multipliedBy(40)).toString().substring(0, 10);
    return switch (week % 3) {
      case 0 -> new String[] {"run", "--from=" + day, "--to=" + day + "T06:00Z"};
      case 1 -> new String[] {"sweep"};
      default -> new String[] {"run", "--lookback=2d"};
    };
  }

  /** People give some issues values of all fields they see. */
  private static void fill(
      JiraSimulator jira, Site site, Administrators people, Random random, int count) {
    for (int i = 0; i < count; i++) {
      SimIssue issue = site.issues().get(random.nextInt(site.issues().size()));
      people
          .fields()
          .forEach(
              (id, type) -> {
                if (random.nextInt(3) > 0
                    && people.isUsable(id, jira.edits().administration().definitions())) {
                  jira.edits()
                      .edit(issue.id(), id, Administrators.value(type, random.nextInt(1 << 20)));
                }
              });
    }
  }

  /** What the newest run told: rows and notices alike, without names that collided. */
  private static Set<String> told(Sluice sluice) {
    Manifest manifest = sluice.newestManifest();
    List<String> rows =
        sluice.rows(manifest, CHANGES).stream()
            .map(row -> row.get("kind") + " " + row.get("field_id"))
            .sorted()
            .toList();
    List<String> notices =
        sluice.summary(manifest).notices().stream()
            .filter(notice -> !notice.kind().equals("missed"))
            .filter(notice -> !notice.kind().equals("role-lost"))
            .map((Notice notice) -> notice.kind() + " " + notice.subject())
            .sorted()
            .toList();
    assertThat(notices).isEqualTo(rows).doesNotHaveDuplicates();
    return rows.stream()
        .filter(row -> !row.startsWith("collided "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The values of the issues that the newest run has read, and that they are in their columns. */
  private static List<Loaded> loaded(JiraSimulator jira, Sluice sluice, Administrators people) {
    Manifest manifest = sluice.newestManifest();
    FieldColumns columns = registry(sluice).columns();
    List<Loaded> loaded = new ArrayList<>();
    for (GenericRecord row : sluice.rows(manifest, "issue")) {
      String issueId = row.get("id").toString();
      JsonNode fields = jira.truth(Long.parseLong(issueId)).orElseThrow().path("fields");
      people
          .fields()
          .forEach(
              (id, type) -> {
                JsonNode value = fields.path(id);
                if (columns.of(id).isPresent() && !value.isMissingNode() && !value.isNull()) {
                  String column = columns.of(id).get().column();
                  String cell = Administrators.cell(type, value);
                  loaded.add(new Loaded(manifest.runId(), issueId, id, column, cell));
                }
              });
    }
    return loaded;
  }

  private static void theFirstWeeksSqlStillAnswers(
      Sluice sluice, SettableClock clock, Set<String> columns) {
    List<String> filled = new ArrayList<>();
    for (String column : columns) {
      AtomicLong values = new AtomicLong();
      state(sluice).rows("issue", row -> values.addAndGet(row.get(column) == null ? 0 : 1));
      filled.add(Long.toString(values.get()));
    }
    String counts =
        columns.stream()
            .map(column -> "count(" + column + ")")
            .collect(Collectors.joining(", ", "SELECT ", " FROM issue WHERE NOT _deleted"));

    run(sluice, clock, "warehouse", "rebuild");
    Sluice.Result answer = sluice.execute(clock, "query", counts, "--format=csv");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out().lines().skip(1)).containsExactly(String.join(",", filled));
  }

  private static GenericRecord of(Map<String, GenericRecord> rows, String id) {
    return Objects.requireNonNull(rows.get(id), id);
  }

  /** In the files of its run, and, where the issue was not read again, in what is current. */
  private static void everyValueIsWhereItWas(Sluice sluice, List<Loaded> ledger) {
    Map<String, GenericRecord> rows = new HashMap<>();
    Map<String, String> lastRead = new HashMap<>();
    for (Manifest manifest : sluice.manifests()) {
      for (GenericRecord row : sluice.rows(manifest, "issue")) {
        rows.put(manifest.runId() + " " + row.get("id"), row);
        lastRead.put(row.get("id").toString(), manifest.runId());
      }
    }
    Map<String, GenericRecord> current = new HashMap<>();
    state(sluice).rows("issue", row -> current.put(row.get("id").toString(), row));
    for (Loaded value : ledger) {
      GenericRecord then = of(rows, value.runId() + " " + value.issueId());
      assertThat(then.get(value.column())).as(value.toString()).hasToString(value.cell());
      if (value.runId().equals(lastRead.get(value.issueId()))) {
        assertThat(of(current, value.issueId()).get(value.column()))
            .as(value.toString())
            .hasToString(value.cell());
      }
    }
  }

  /** The columns of table issue over all files, as one reader sees them. */
  private static Map<String, Schema> columns(Sluice sluice) {
    Map<String, Schema> columns = new TreeMap<>();
    state(sluice)
        .schema("issue")
        .orElseThrow()
        .getFields()
        .forEach(field -> columns.put(field.name(), field.schema()));
    return columns;
  }

  private static CurrentState state(Sluice sluice) {
    return CurrentState.of(WarehouseStore.at(sluice.warehouse().toString()));
  }

  private static FieldRegistry registry(Sluice sluice) {
    return new FieldRegistryFiles(WarehouseStore.at(sluice.warehouse().toString())).newest();
  }

  /** A registry without its times. */
  private static List<String> shape(FieldRegistry registry) {
    return registry.periods().stream()
        .map(
            period ->
                String.join(
                    "|",
                    period.fieldId(),
                    period.field().name(),
                    period.column(),
                    period.type().text(),
                    String.valueOf(period.isOpen())))
        .toList();
  }

  private static int fieldRequests(JiraSimulator jira) {
    return (int)
        jira.requestLog().entries().stream()
            .filter(entry -> entry.path().matches(".*/rest/api/[23]/field(/search)?"))
            .count();
  }
}
