package dev.sluice.bench;

import dev.sluice.bench.Workbench.Loaded;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.JsonlSite;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many requests a first load takes, as the server counts them, planning included. */
final class RequestsPerThousand implements Benchmark {

  private static final int ISSUES = 30_000;
  private static final double MOST = 12;
  private static final String GOAL = "<= 12";

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
    return findings;
  }

  private static Finding measure(Workbench workbench, Site site, String source, Edition edition)
      throws IOException, InterruptedException {
    try (JiraSimulator jira = JiraSimulator.builder().site(site).edition(edition).start()) {
      Loaded loaded = workbench.load(workbench.folder(), Load.of(jira.baseUri()));
      int requests = jira.requestLog().size();
      long issues = loaded.issues();
      if (issues != site.issues().size()) {
        throw new IOException(issues + " of " + site.issues().size() + " issues were loaded");
      }
      double perThousand = 1000.0 * requests / issues;
      return Finding.judged(
          what(String.format(Locale.ROOT, "%,d %s, %s", issues, source, words(edition))),
          GOAL,
          String.format(Locale.ROOT, "%.2f (%d requests)", perThousand, requests),
          perThousand <= MOST);
    }
  }

  private static String what(String source) {
    return "Requests per 1,000 issues, first load, planning included: " + source;
  }

  private static String words(Edition edition) {
    return edition == Edition.CLOUD ? "Cloud" : "Data Center";
  }
}
