package dev.sluice.bench;

import dev.sluice.bench.Workbench.Loaded;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.JsonlSite;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many requests a first load takes, as the server counts them, planning included: of table
 * {@code issue}, and of each recorded site with the core tables, where what was cut off is told
 * apart.
 */
final class RequestsPerThousand implements Benchmark {

  private static final int ISSUES = 30_000;
  private static final double MOST = 12;
  private static final String GOAL = "<= 12";

  /** Below that, planning alone decides. */
  private static final int ENOUGH = 1_000;

  private static final List<String> ISSUES_ONLY = List.of("issue", "project", "field");

  private static final List<String> CORE =
      List.of(
          "issue",
          "issue_field_history",
          "comment",
          "worklog",
          "issue_link",
          "attachment",
          "issue_multivalue");

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public List<Finding> measure(Workbench workbench) throws IOException, InterruptedException {
    Settings settings = workbench.settings();
    List<Finding> findings = new ArrayList<>();
    Site seeded = MarketingSite.seeded(1, settings.issues(ISSUES), Instant.now());
    for (Edition edition : Edition.values()) {
      findings.add(measure(workbench, seeded, "seeded issues", edition));
    }
    if (settings.data().isEmpty()) {
      findings.add(Finding.notRun(what("real issues"), GOAL, "needs -Dbench.data=FILE,..."));
      return findings;
    }
    Site real = JsonlSite.read(settings.data());
    for (Edition edition : Edition.values()) {
      findings.add(measure(workbench, real, "real issues", edition));
    }
    for (Path file : settings.data()) {
      Site corpus = JsonlSite.read(List.of(file));
      for (Edition edition : Edition.values()) {
        findings.add(measureCore(workbench, corpus, file, edition));
      }
    }
    return findings;
  }

  private static Finding measure(Workbench workbench, Site site, String source, Edition edition)
      throws IOException, InterruptedException {
    Measured measured = load(workbench, site, edition, ISSUES_ONLY);
    double perThousand = measured.perThousand(measured.requests().all());
    return Finding.judged(
        what(String.format(Locale.ROOT, "%,d %s, %s", measured.issues(), source, words(edition))),
        GOAL,
        String.format(Locale.ROOT, "%.2f (%d requests)", perThousand, measured.requests().all()),
        perThousand <= MOST);
  }

  private static Finding measureCore(Workbench workbench, Site site, Path file, Edition edition)
      throws IOException, InterruptedException {
    Measured measured = load(workbench, site, edition, CORE);
    Requests requests = measured.requests();
    long others = requests.all() - requests.forTruncatedChildren();
    String what =
        String.format(
            Locale.ROOT,
            "The same with all core tables: %s, %,d issues, %s",
            file.getFileName().toString().replaceFirst("\\.jsonl(\\.gz)?$", ""),
            measured.issues(),
            words(edition));
    String result =
        String.format(
            Locale.ROOT,
            "%.2f and %.2f for truncated children (%d and %d requests; %s)",
            measured.perThousand(others),
            measured.perThousand(requests.forTruncatedChildren()),
            others,
            requests.forTruncatedChildren(),
            requests.inWords());
    return measured.issues() < ENOUGH
        ? Finding.plain(what, result)
        : Finding.judged(
            what, GOAL + " and truncated children", result, measured.perThousand(others) <= MOST);
  }

  /** A load and what it asked for. */
  private record Measured(long issues, Requests requests) {

    double perThousand(long some) {
      return 1000.0 * some / issues;
    }
  }

  private static Measured load(Workbench workbench, Site site, Edition edition, List<String> tables)
      throws IOException, InterruptedException {
    try (JiraSimulator jira = JiraSimulator.builder().site(site).edition(edition).start()) {
      Load load = Load.of(jira.baseUri()).tables(tables);
      Loaded loaded = workbench.load(workbench.folder(), load);
      if (loaded.issues() != site.issues().size()) {
        throw new IOException(
            loaded.issues() + " of " + site.issues().size() + " issues were loaded");
      }
      return new Measured(loaded.issues(), Requests.of(jira.requestLog()));
    }
  }

  private static String what(String source) {
    return "Requests per 1,000 issues, table issue, first load, planning included: " + source;
  }

  private static String words(Edition edition) {
    return edition == Edition.CLOUD ? "Cloud" : "Data Center";
  }
}
