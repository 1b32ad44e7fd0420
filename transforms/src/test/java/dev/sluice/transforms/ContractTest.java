package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.store.WarehouseStore;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Atlassian's own documents judge every kind of request the readers send, when they lie beside the
 * repository.
 */
final class ContractTest {

  private static final String EVERYTHING = "created >= 0";

  private final Set<JiraProxy.Asked> asked = new LinkedHashSet<>();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap65EveryRequestIsOneThatJiraPromisesToUnderstand(Edition edition) {
    OpenApiInteractionValidator platform =
        edition == Edition.CLOUD
            ? validator("jira-cloud-v3.extract-subset.json", "/")
            : validator("jira-dc-10.3.extract-subset.json", "/rest");
    OpenApiInteractionValidator software =
        edition == Edition.CLOUD ? validator("jira-software-cloud.openapi.json", "/") : platform;

    // A Data Center that gives worklogs by pages would be none of the contract.
    int worklogs = edition == Edition.CLOUD ? 5_001 : 21;
    Site cut = new ChildrenSite().with(101, 21, 21).with(41, 0, worklogs).site();
    readWith(edition, cut, request -> Optional.empty());
    readWith(edition, MarketingSite.seeded(3, 120, SimulatedJira.NOW), r -> Optional.empty());
    readWith(edition, cut, ContractTest::whatOlderOrStricterServersRefuse);

    assertThat(asked).extracting(JiraProxy.Asked::method).contains("GET", "POST");
    for (JiraProxy.Asked request : asked) {
      OpenApiInteractionValidator validator = request.isFor("/rest/agile/") ? software : platform;
      assertThat(validator.validateRequest(toJudge(edition, request)).getMessages())
          .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
          .as(request.toString())
          .isEmpty();
    }
  }

  /** Makes the readers take every other way they know. */
  private static Optional<JiraProxy.Answer> whatOlderOrStricterServersRefuse(
      JiraProxy.Asked request) {
    if (request.isFor("/changelog/bulkfetch")) {
      return Optional.of(new JiraProxy.Answer(403, "{}"));
    }
    return request.isFor("/user/list")
        ? Optional.of(new JiraProxy.Answer(404, "{}"))
        : Optional.empty();
  }

  private void readWith(
      Edition edition, Site site, Function<JiraProxy.Asked, Optional<JiraProxy.Answer>> instead) {
    try (SimulatedJira jira = SimulatedJira.start(site, edition, folder);
        JiraProxy proxy = new JiraProxy(jira.simulator().baseUri(), instead)) {
      JiraConnection connection = jira.connection(proxy.uri());
      ask(connection);
      load(connection);
      asked.addAll(proxy.asked());
    }
  }

  private void ask(JiraConnection connection) {
    try (JiraClient client = JiraClient.open(connection)) {
      client.serverInfo();
      client.myself();
      client.count(EVERYTHING);
      IssuePages pages = client.search(new SearchRequest(EVERYTHING, List.of("key"), List.of(), 2));
      pages.next();
      pages.next();
      List<String> ids = new ArrayList<>(List.of("10000", "4711"));
      IssueIdShards.plan("replay", 0, ids, Optional.of(SimulatedJira.NOW), client::count);
      WorklogCatchUp.since(
          Instant.EPOCH.plusSeconds(120),
          client.worklogs(),
          WarehouseStore.at(folder.resolve("warehouse").toString()));
    }
  }

  private static void load(JiraConnection connection) {
    Shard shard =
        new Shard(
            "s0000",
            0,
            RangeField.CREATED,
            DateRange.since(Instant.EPOCH),
            EVERYTHING + " ORDER BY created ASC, key ASC",
            1);
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(PlannedShards.of(List.of(shard)))
        .apply(FetchIssues.from(connection, 50))
        .issues()
        .apply(CompleteChildren.from(connection));
    FetchDimensions dimensions = FetchDimensions.from(connection, Runs.tables(), Runs.header("r1"));
    pipeline.apply("Whole", dimensions);
    pipeline.apply("Scoped", dimensions.within(List.of("MKT")));
    pipeline.run().waitUntilFinish();
  }

  private static SimpleRequest toJudge(Edition edition, JiraProxy.Asked asked) {
    int mark = asked.target().indexOf('?');
    String path = mark < 0 ? asked.target() : asked.target().substring(0, mark);
    // Asked before the edition is known; Cloud serves both versions, and the document names one.
    if (edition == Edition.CLOUD && path.equals("/rest/api/2/serverInfo")) {
      path = "/rest/api/3/serverInfo";
    }
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(Request.Method.valueOf(asked.method()), path)
            .withHeader("Authorization", "Basic YTpi");
    if (mark >= 0) {
      for (String pair : asked.target().substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        request.withQueryParam(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    if (!asked.body().isEmpty()) {
      request.withContentType(asked.contentType()).withBody(asked.body());
    }
    return request.build();
  }

  private static OpenApiInteractionValidator validator(String document, String basePath) {
    Optional<Path> path = contract(document);
    assumeTrue(path.isPresent(), "the contracts are not here");
    return OpenApiInteractionValidator.createForSpecificationUrl(
            path.orElseThrow().toUri().toString())
        .withBasePathOverride(basePath)
        .withLevelResolver(
            LevelResolver.create()
                .withLevel(
                    "validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                .build())
        .build();
  }

  private static Optional<Path> contract(String document) {
    for (Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        here != null;
        here = here.getParent()) {
      Path candidate = here.resolveSibling("shared").resolve("contracts").resolve(document);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
