package dev.sluice.pipelines.discover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Connections;
import dev.sluice.pipelines.run.Scopes;
import dev.sluice.pipelines.run.SiteFields;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.jira.JiraClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Finds out what a site holds. Costs seven requests, one more for each further hundred projects on
 * Cloud, one more where projects must be chosen, and up to two for each project looked into, those
 * at the same time as far as the budget allows. Writes nothing, neither to Jira nor to the
 * warehouse.
 */
public final class Discoverer {

  /** What every Jira serves with all fields. */
  private static final int MOST_ISSUES = 100;

  private final SluiceConfig config;
  private final Clock clock;
  private final Listener listener;

  /** A discoverer that tells {@code listener} how far it is, from several threads. */
  public Discoverer(SluiceConfig config, Clock clock, Listener listener) {
    this.config = config;
    this.clock = clock;
    this.listener = listener;
  }

  /** Is told after each project. */
  @FunctionalInterface
  public interface Listener {

    /** One more of {@code all} projects was looked into. */
    void lookedInto(FoundProject project, int all);
  }

  /**
   * Finds out.
   *
   * @param mostProjects how many projects to look into at most; 0 for none
   */
  public Discovery discover(int mostProjects) {
    try (JiraClient client = JiraClient.open(Connections.to(config.jira()))) {
      return discover(client, mostProjects);
    }
  }

  private Discovery discover(JiraClient client, int mostProjects) {
    JiraConfig jira = config.jira();
    SiteFields site = SiteFields.of(client, config, clock);
    long issues = client.count(Scopes.allIssues(jira));
    List<FoundProject> visible = client.projects().stream().map(FoundProject::of).toList();
    List<FoundProject> projects = ProjectChoice.inScope(visible, jira.projects());
    List<JsonNode> issueTypes = client.catalogue().list("/issuetype");
    int statuses = client.catalogue().list("/status").size();
    int perProject = Math.min(MOST_ISSUES, jira.pageSize());
    ProjectLooks looks = new ProjectLooks(client, Scopes.allIssues(jira), perProject);
    Map<String, FoundProject> found = new LinkedHashMap<>();
    projects.forEach(project -> found.put(project.key(), project));
    Map<String, Sample> samples = new LinkedHashMap<>();
    for (Look look : lookInto(chosen(projects, looks, mostProjects), looks)) {
      found.put(look.project().key(), look.project());
      samples.put(look.project().key(), look.sample());
    }
    return new Discovery(
        site.jira(),
        issues,
        ProjectChoice.largestFirst(List.copyOf(found.values())),
        ProjectChoice.invisible(visible, jira.projects()),
        new FieldSurvey(site.catalogue(), site.columns()).of(samples),
        Tables.columnNames().collisions(site.catalogue()),
        site.roles(),
        config
            .marts()
            .campaignTypes(
                issueTypes.stream().map(type -> type.path("name").asText()).distinct().toList()),
        types(issueTypes, samples),
        statuses,
        perProject,
        client.stats().requests());
  }

  private static List<FoundProject> chosen(
      List<FoundProject> projects, ProjectLooks looks, int most) {
    boolean choose = most > 0 && projects.size() > most;
    return ProjectChoice.liveliest(projects, choose ? looks.liveliness() : Map.of(), most);
  }

  private List<Look> lookInto(List<FoundProject> projects, ProjectLooks looks) {
    ExecutorService threads = Executors.newFixedThreadPool(config.jira().budget().concurrency());
    try {
      List<CompletableFuture<Look>> asked = new ArrayList<>();
      for (FoundProject project : projects) {
        asked.add(
            CompletableFuture.supplyAsync(() -> looks.into(project), threads)
                .whenComplete((look, failed) -> listener.lookedInto(project, projects.size())));
      }
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      stop(threads);
    }
  }

  /** Waits for the answers under way: to close their connections looks like a broken network. */
  private void stop(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(config.jira().timeouts().read().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<FoundIssueType> types(List<JsonNode> types, Map<String, Sample> samples) {
    return types.stream()
        .map(
            type ->
                FoundIssueType.of(
                    type,
                    samples.values().stream()
                        .mapToInt(
                            sample -> sample.issueTypes().getOrDefault(type.path("id").asText(), 0))
                        .sum()))
        .toList();
  }
}
