package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code discover} says, in both editions, and what it costs. */
final class DiscoverTest {

  private static final Site SITE = Sluice.site(300);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void theTablesAreWhatTheGoldenFilesSay(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice.Result result = new Sluice(folder).configured(jira.baseUri()).execute("discover");

      assertThat(result.exitCode()).as(result.err()).isZero();
      String name = edition.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Golden.compare(name + "-discover.txt", result.out());
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void countsAreThoseOfTheSiteAndTheCostIsStated(Edition edition) throws JsonProcessingException {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      JsonNode found = discovered(new Sluice(folder).configured(jira.baseUri()));

      Map<String, Integer> issues = new HashMap<>();
      SITE.issues().forEach(issue -> issues.merge(projectOf(issue), 1, Integer::sum));
      for (JsonNode project : found.path("projects")) {
        assertThat(project.path("issues").asInt())
            .isEqualTo(issues.getOrDefault(project.path("key").asText(), 0));
      }
      assertThat(found.path("issues").asInt()).isEqualTo(300);
      assertThat(found.path("requests").asInt()).isEqualTo(jira.requestLog().size());
      assertThat(found.path("exit_code").asInt()).isZero();
    }
  }

  @Test
  void columnsAreThoseARunMakes() throws JsonProcessingException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      JsonNode found = discovered(sluice);
      assertThat(sluice.warehouse()).doesNotExist();

      sluice.execute("run");

      Map<String, String> columns = new HashMap<>();
      sluice
          .rows(sluice.manifests().get(0), "field")
          .forEach(
              row ->
                  columns.put(
                      row.get("id").toString(),
                      row.get("column_name") == null ? "" : row.get("column_name").toString()));
      columns.put("issuekey", "key");
      for (JsonNode field : found.path("fields")) {
        assertThat(field.path("columns").path(0).path("name").asText())
            .as(field.path("id").asText())
            .isEqualTo(columns.get(field.path("id").asText()));
      }
      assertThat(found.path("fields")).hasSize(columns.size());
      assertThat(found.path("collisions").path(0).path("column").asText()).isEqualTo("cost");
    }
  }

  @Test
  void aColumnThatARunPinnedStaysAfterARename() throws JsonProcessingException {
    Sluice sluice = new Sluice(folder);
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      assertThat(sluice.configured(jira.baseUri()).execute("run").exitCode()).isZero();
    }
    List<ObjectNode> fields = SITE.fields().stream().map(ObjectNode::deepCopy).toList();
    fields.stream()
        .filter(field -> field.path("name").asText().equals("Campaign Budget"))
        .forEach(field -> field.put("name", "Money"));
    try (JiraSimulator jira =
        Sluice.jira(Edition.CLOUD, site(SITE.issues(), fields, SITE.projects()))) {
      JsonNode field = field(discovered(sluice.configured(jira.baseUri())), "customfield_10042");

      assertThat(field.path("name").asText()).isEqualTo("Money");
      assertThat(field.path("columns").path(0).path("name").asText()).isEqualTo("campaign_budget");
    }
  }

  @Test
  void ofManyProjectsTheLiveliestAreLookedInto() throws JsonProcessingException {
    List<ObjectNode> projects = new ArrayList<>();
    for (int i = 0; i < 1_994; i++) {
      ObjectNode empty = SITE.projects().get(0).deepCopy();
      projects.add(empty.put("id", Integer.toString(50_000 + i)).put("key", "A" + i));
    }
    projects.addAll(SITE.projects());
    try (JiraSimulator jira =
        Sluice.jira(Edition.CLOUD, site(SITE.issues(), SITE.fields(), projects))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      JsonNode found = discovered(sluice, "--sample-projects=5");
      Sluice.Result text = sluice.execute("discover", "--sample-projects=1");

      assertThat(found.path("projects")).hasSize(2_000);
      assertThat(found.path("sampled").path("projects").asInt()).isEqualTo(5);
      assertThat(found.path("sampled").path("projects_left_out").asInt()).isEqualTo(1_995);
      assertThat(counted(found)).isEqualTo(300);
      assertThat(found.path("requests").asInt()).isEqualTo(7 + 19 + 1 + 2 * 5);
      assertThat(text.out())
          .containsPattern("left out: 1,999 projects with 2\\d\\d issues; --sample-projects N");
      assertThat(text.out().lines()).hasSizeLessThan(120);
    }
  }

  @Test
  void aScopeIsKeptAndAFieldNobodyListsIsSeen() throws JsonProcessingException {
    List<SimIssue> issues = new ArrayList<>(SITE.issues());
    issues.replaceAll(DiscoverTest::withUnlistedField);
    try (JiraSimulator jira =
        Sluice.jira(Edition.DATA_CENTER, site(issues, SITE.fields(), SITE.projects()))) {
      JsonNode found =
          discovered(new Sluice(folder).configured(jira.baseUri(), "projects: [MKTG]"));

      assertThat(found.path("projects")).hasSize(1);
      assertThat(found.path("issues")).isEqualTo(found.path("projects").path(0).path("issues"));
      JsonNode unlisted = field(found, "customfield_99999");
      assertThat(unlisted.path("catalogued").asBoolean()).isFalse();
      assertThat(unlisted.path("elsewhere").asText()).isEqualTo("extra");
      assertThat(unlisted.path("used").path(0).path("project").asText()).isEqualTo("MKTG");
      assertThat(field(found, "progress").path("elsewhere").asText()).contains("time spent");
      assertThat(field(found, "comment").path("table").asText()).isEqualTo("comment");
    }
  }

  @Test
  void jqlOfOnesOwnIsAScopeToo() throws JsonProcessingException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      JsonNode found =
          discovered(
              new Sluice(folder).configured(jira.baseUri(), "jql: 'project in (MKTG, CREA)'"));

      assertThat(found.path("projects")).hasSize(6);
      assertThat(counted(found)).isEqualTo(found.path("issues").asInt()).isBetween(1, 299);
      for (JsonNode project : found.path("projects")) {
        boolean inScope = List.of("MKTG", "CREA").contains(project.path("key").asText());
        assertThat(project.path("issues").asInt() > 0).isEqualTo(inScope);
      }
    }
  }

  @Test
  void emptyAndShortPagesHideNothing() throws JsonProcessingException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE, "empty-pages=60%")) {
      JsonNode found = discovered(new Sluice(folder).configured(jira.baseUri()));

      for (JsonNode project : found.path("projects")) {
        assertThat(project.path("sampled").asInt() > 0)
            .isEqualTo(project.path("issues").asInt() > 0);
      }
    }
  }

  @Test
  void aWrongTokenIsDenied() {
    try (JiraSimulator jira =
        JiraSimulator.builder().site(SITE).credentials("a@b.c", "another").start()) {
      fails(new Sluice(folder).configured(jira.baseUri()), 77, "token");
    }
  }

  @Test
  void aLoginThatExpiresInTheMiddleIsDenied() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE, "anonymous-after=9")) {
      fails(new Sluice(folder).configured(jira.baseUri()), 77, "token");
    }
  }

  @Test
  void aProjectJiraDoesNotKnowIsAConfigurationError() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      fails(new Sluice(folder).configured(jira.baseUri(), "projects: [NOPE]"), 78, "NOPE");
    }
  }

  @Test
  void aNegativeNumberOfProjectsIsAMistakeOfUsage() {
    Sluice.Result result = new Sluice(folder).execute("discover", "--sample-projects=-1");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("error: --sample-projects -1 is negative");
  }

  private static void fails(Sluice sluice, int exitCode, String word) {
    Sluice.Result result = sluice.execute("discover");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains("error: ").contains("hint: ").contains(word);
    assertThat(result.out()).isEmpty();
  }

  private static JsonNode discovered(Sluice sluice, String... options)
      throws JsonProcessingException {
    List<String> arguments = new ArrayList<>(List.of("discover", "--output=json"));
    arguments.addAll(List.of(options));
    Sluice.Result result = sluice.execute(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return new ObjectMapper().readTree(result.out());
  }

  private static JsonNode field(JsonNode found, String id) {
    return StreamSupport.stream(found.path("fields").spliterator(), false)
        .filter(field -> field.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int counted(JsonNode found) {
    return StreamSupport.stream(found.path("projects").spliterator(), false)
        .mapToInt(project -> project.path("issues").asInt())
        .sum();
  }

  private static String projectOf(SimIssue issue) {
    return issue.json().path("fields").path("project").path("key").asText();
  }

  private static SimIssue withUnlistedField(SimIssue issue) {
    ObjectNode json = issue.json().deepCopy();
    ((ObjectNode) json.get("fields")).put("customfield_99999", "hidden");
    return new SimIssue(issue.id(), issue.key(), issue.created(), issue.updated(), json);
  }

  private static Site site(
      List<SimIssue> issues, List<ObjectNode> fields, List<ObjectNode> projects) {
    return SITE.withIssues(issues).withFields(fields).withProjects(projects);
  }
}
