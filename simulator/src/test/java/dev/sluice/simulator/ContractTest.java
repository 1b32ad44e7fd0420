package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Atlassian's own documents judge the answers, when they lie beside the repository. */
final class ContractTest {
  private record Exchange(String method, String path, String body) {
    static Exchange get(String path) {
      return new Exchange("GET", path, "");
    }

    static Exchange post(String path, String body) {
      return new Exchange("POST", path, body);
    }
  }

  private static final List<Exchange> CLOUD =
      List.of(
          Exchange.get("/rest/api/3/serverInfo"),
          Exchange.get("/rest/api/3/myself"),
          Exchange.get("/rest/api/3/field"),
          Exchange.get("/rest/api/3/field/search?maxResults=5"),
          Exchange.get("/rest/api/3/project"),
          Exchange.get("/rest/api/3/project/search?maxResults=1"),
          Exchange.get("/rest/api/3/project/MKT"),
          Exchange.get("/rest/api/3/project/MKT/component"),
          Exchange.get("/rest/api/3/project/MKT/version"),
          Exchange.get("/rest/api/3/project/MKT/statuses"),
          Exchange.get("/rest/api/3/users/search?maxResults=1"),
          Exchange.get("/rest/api/3/user/search?query=ann"),
          Exchange.get("/rest/api/3/user/bulk?accountId=acc-ann"),
          Exchange.get("/rest/api/3/status"),
          Exchange.get("/rest/api/3/statuses/search"),
          Exchange.get("/rest/api/3/issuetype"),
          Exchange.get("/rest/api/3/priority"),
          Exchange.get("/rest/api/3/priority/search"),
          Exchange.get("/rest/api/3/resolution"),
          Exchange.get("/rest/api/3/resolution/search"),
          Exchange.get("/rest/api/3/issue/MKT-50?expand=changelog,names,schema"),
          Exchange.get("/rest/api/3/issue/MKT-50/changelog?maxResults=7"),
          Exchange.get("/rest/api/3/issue/MKT-25/comment"),
          Exchange.get("/rest/api/3/issue/MKT-25/worklog"),
          Exchange.get("/rest/api/3/worklog/updated?since=0"),
          Exchange.get("/rest/api/3/worklog/deleted"),
          Exchange.get("/rest/api/3/search/jql?jql=project%3DMKT&fields=*all&maxResults=50"),
          Exchange.post(
              "/rest/api/3/search/jql",
              "{'jql':'project = MKT','fields':['*all'],'expand':'changelog,names,schema'}"),
          Exchange.post("/rest/api/3/search/approximate-count", "{'jql':'project = MKT'}"),
          Exchange.post(
              "/rest/api/3/issue/bulkfetch",
              "{'issueIdsOrKeys':['MKT-1','NO-1'],'fields':['summary'],'expand':[],"
                  + "'properties':[]}"),
          Exchange.post(
              "/rest/api/3/changelog/bulkfetch",
              "{'issueIdsOrKeys':['MKT-50','MKT-4'],'maxResults':30}"),
          Exchange.post("/rest/api/3/worklog/list", "{'ids':[1,2,3]}"),
          Exchange.post("/rest/api/3/comment/list", "{'ids':[500,501]}"),
          Exchange.post(
              "/rest/api/3/jql/parse?validation=strict",
              "{'queries':['project = MKT ORDER BY created','project = ','project = NO']}"));

  private static final List<Exchange> DATA_CENTER =
      List.of(
          Exchange.get("/rest/api/2/serverInfo"),
          Exchange.get("/rest/api/2/myself"),
          Exchange.get("/rest/api/2/field"),
          Exchange.get("/rest/api/2/project"),
          Exchange.get("/rest/api/2/project/MKT"),
          Exchange.get("/rest/api/2/project/MKT/components"),
          Exchange.get("/rest/api/2/project/MKT/version"),
          Exchange.get("/rest/api/2/search?jql=project%3DMKT&startAt=5&maxResults=5"),
          Exchange.post(
              "/rest/api/2/search",
              "{'jql':'project = MKT','startAt':0,'maxResults':5,'fields':['*all'],"
                  + "'expand':['changelog'],'validateQuery':true}"),
          Exchange.get("/rest/api/2/issue/MKT-50?expand=changelog"),
          Exchange.get("/rest/api/2/issue/MKT-25/comment"),
          Exchange.get("/rest/api/2/issue/MKT-25/worklog"),
          Exchange.get("/rest/api/2/worklog/updated?since=0"),
          Exchange.get("/rest/api/2/worklog/deleted"),
          Exchange.post("/rest/api/2/worklog/list", "{'ids':[1]}"),
          Exchange.get("/rest/api/2/status"),
          Exchange.get("/rest/api/2/issuetype"),
          Exchange.get("/rest/api/2/priority"),
          Exchange.get("/rest/api/2/resolution"),
          Exchange.get("/rest/api/2/user/search?username=."),
          Exchange.get("/rest/api/2/user/list"),
          Exchange.get("/rest/agile/1.0/board"),
          Exchange.get("/rest/agile/1.0/board/7/sprint"),
          Exchange.get("/rest/agile/1.0/sprint/71"),
          Exchange.get("/rest/agile/1.0/sprint/71/issue?maxResults=5"));

  /** What the seeded site holds is richer than what the small one does. */
  private static final List<Exchange> SEEDED =
      List.of(
          Exchange.get("/rest/api/3/field"),
          Exchange.get("/rest/api/3/project/search"),
          Exchange.get("/rest/api/3/users/search"),
          Exchange.get("/rest/api/3/status"),
          Exchange.get("/rest/api/3/issuetype"),
          Exchange.get("/rest/api/3/priority"),
          Exchange.get("/rest/api/3/resolution"),
          Exchange.get("/rest/api/3/project/MKTG/component"),
          Exchange.get("/rest/api/3/project/MKTG/version"),
          Exchange.get("/rest/api/3/issue/MKTG-1/changelog"),
          Exchange.get("/rest/api/3/issue/CREA-1/comment"),
          Exchange.get("/rest/api/3/issue/CREA-1/worklog"),
          Exchange.post(
              "/rest/api/3/search/jql",
              "{'jql':'created > 0','fields':['*all'],'expand':'changelog,names,schema',"
                  + "'maxResults':100}"));

  private static final List<Exchange> SOFTWARE =
      List.of(
          Exchange.get("/rest/agile/1.0/board?maxResults=1"),
          Exchange.get("/rest/agile/1.0/board/7/sprint"),
          Exchange.get("/rest/agile/1.0/sprint/71"));

  @TestFactory
  Stream<DynamicTest> cloudAnswersFitTheContract() {
    OpenApiInteractionValidator validator =
        validator("contracts/jira-cloud-v3.extract-subset.json");
    Site seeded = MarketingSite.seeded(7, 200, Instant.parse("2026-11-24T00:00:00Z"));
    return Stream.concat(
        judged(CLOUD, TestSite.of(60), Edition.CLOUD, validator, true),
        judged(SEEDED, seeded, Edition.CLOUD, validator, true));
  }

  @TestFactory
  Stream<DynamicTest> boardsAndSprintsFitTheContract() {
    return judged(
        SOFTWARE,
        TestSite.of(60),
        Edition.CLOUD,
        validator("contracts/jira-software-cloud.openapi.json"),
        true);
  }

  /** The document of Data Center declares too little about answers to judge them by it. */
  @TestFactory
  Stream<DynamicTest> dataCenterAnswersWhatTheContractLetsClientsAsk() {
    OpenApiInteractionValidator validator =
        OpenApiInteractionValidator.createForSpecificationUrl(
                contract("contracts/jira-dc-10.3.extract-subset.json").toUri().toString())
            .withBasePathOverride("/rest")
            .withLevelResolver(levels())
            .build();
    return judged(DATA_CENTER, TestSite.of(60), Edition.DATA_CENTER, validator, false);
  }

  private static Stream<DynamicTest> judged(
      List<Exchange> exchanges,
      Site site,
      Edition edition,
      OpenApiInteractionValidator validator,
      boolean answers) {
    return exchanges.stream()
        .map(
            exchange ->
                DynamicTest.dynamicTest(
                    exchange.method() + " " + exchange.path(),
                    () -> judge(exchange, site, edition, validator, answers)));
  }

  private static void judge(
      Exchange exchange,
      Site site,
      Edition edition,
      OpenApiInteractionValidator validator,
      boolean answers) {
    try (JiraSimulator jira = JiraSimulator.builder().site(site).edition(edition).start()) {
      Browser browser = Browser.of(jira);
      Browser.Answer answer =
          exchange.method().equals("GET")
              ? browser.get(exchange.path())
              : browser.post(exchange.path(), exchange.body());
      SimpleResponse response =
          SimpleResponse.Builder.status(answer.status())
              .withContentType("application/json")
              .withBody(withoutKnownDeviations(answer.json()).toString())
              .build();
      ValidationReport report =
          answers
              ? validator.validate(request(exchange), response)
              : validator.validateRequest(request(exchange));

      assertThat(report.getMessages())
          .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
          .as(answer.response().body())
          .isEmpty();
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  /**
   * Real servers do not keep to their own document everywhere: changelog items hold nulls and
   * temporary ids, bulk changelogs hold numbers for times and a null for the last token. The
   * document also composes the structure of a query in a way that nothing can fit.
   */
  private static JsonNode withoutKnownDeviations(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("structure", "tmpFromAccountId", "tmpToAccountId"));
      for (String property : List.of("from", "to", "fromString", "toString", "nextPageToken")) {
        if (object.path(property).isNull()) {
          object.remove(property);
        }
      }
      if (object.path("created").isNumber()) {
        object.remove("created");
      }
    }
    node.forEach(ContractTest::withoutKnownDeviations);
    return node;
  }

  private static SimpleRequest request(Exchange exchange) {
    URI uri = URI.create(exchange.path());
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(Request.Method.valueOf(exchange.method()), uri.getPath())
            .withHeader("Authorization", "Basic YTpi");
    if (uri.getQuery() != null) {
      for (String pair : uri.getQuery().split("&", -1)) {
        int equals = pair.indexOf('=');
        request.withQueryParam(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    if (!exchange.body().isEmpty()) {
      request.withContentType("application/json").withBody(exchange.body().replace('\'', '"'));
    }
    return request.build();
  }

  private static OpenApiInteractionValidator validator(String document) {
    return OpenApiInteractionValidator.createForSpecificationUrl(
            contract(document).toUri().toString())
        .withLevelResolver(levels())
        .build();
  }

  /** Unknown parameters are errors; properties that real servers add are not. */
  private static LevelResolver levels() {
    return LevelResolver.create()
        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
        .withLevel(
            "validation.response.body.schema.additionalProperties", ValidationReport.Level.WARN)
        .build();
  }

  private static Path contract(String document) {
    Optional<Path> path = SharedFolder.find(document);
    assumeTrue(path.isPresent(), "the contracts are not here");
    return path.orElseThrow();
  }
}
