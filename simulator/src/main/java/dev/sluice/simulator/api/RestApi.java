package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.fault.Faults;
import dev.sluice.simulator.http.Handler;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.RequestLog;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.live.LiveSite;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers every request to a simulated Jira: faults first, then login, route and endpoint. */
public final class RestApi implements Handler {
  private final ServedSite jira;
  private final Routes routes;
  private final Login login;
  private final Faults faults;
  private final RequestLog log;
  private final Clock clock;
  private final String contextPath;

  /**
   * @param contextPath empty, or a path without a slash at its end
   * @param live what differs by now from the site at rest
   * @param baseUrl known once the server listens
   */
  public RestApi(
      Site site,
      Edition edition,
      Clock clock,
      Limits limits,
      Faults faults,
      Login login,
      RequestLog log,
      String contextPath,
      LiveSite live,
      Supplier<String> baseUrl) {
    this.jira = ServedSite.of(site, edition, clock, limits, faults, live, baseUrl);
    this.routes = edition == Edition.CLOUD ? CloudRoutes.of(jira) : DataCenterRoutes.of(jira);
    this.login = login;
    this.faults = faults;
    this.log = log;
    this.clock = clock;
    this.contextPath = contextPath;
  }

  /**
   * The issues a search can find at this moment, by id, as the API would answer them without its
   * caps: {@code fields} with every comment and worklog, {@code changelog} with every history.
   */
  public Stream<ObjectNode> truth() {
    return new Truth(jira).issues();
  }

  /** One issue, in the same form; archived ones too. */
  public Optional<ObjectNode> truth(long id) {
    return new Truth(jira).issue(id);
  }

  @Override
  public Response handle(Request received) {
    long nanos = System.nanoTime();
    Instant arrived = clock.instant();
    log.arrived();
    String endpoint = received.method() + " (no endpoint)";
    int status = 0;
    try {
      Optional<Request> inside = inside(received);
      Optional<Routes.Match> match =
          inside
              .flatMap(request -> routes.match(request.method(), request.path()))
              .filter(this::hasVersion);
      endpoint = match.map(RestApi::name).orElse(endpoint);
      Response response =
          inside.isEmpty() ? deadLink() : faults.after(received, disturbed(inside.get(), match));
      status = response.delivery() == Response.Delivery.RESET ? 0 : response.status();
      return response;
    } finally {
      log.answered(
          new RequestLog.Entry(
              nanos, arrived, received.method(), received.path(), endpoint, status));
    }
  }

  private Response disturbed(Request request, Optional<Routes.Match> match) {
    Optional<Response> instead = faults.instead(request);
    pause(faults.delay(request));
    return instead.orElseGet(() -> match.map(m -> answer(request, m)).orElseGet(this::unknown));
  }

  private Response answer(Request request, Routes.Match match) {
    boolean lost = faults.loginLost(request);
    Login.Outcome outcome = lost ? Login.Outcome.FAILED : login.check(request);
    boolean known = outcome == Login.Outcome.OK;
    IssueIndex now = jira.now();
    Response response;
    try {
      if (!known && !login.admits(match.route().access(), lost)) {
        throw ApiException.unauthorized();
      }
      response =
          match
              .route()
              .endpoint()
              .answer(
                  new Call(
                      request,
                      match.variables().getOrDefault("v", ""),
                      match.variables(),
                      !known,
                      now,
                      jira.searched(now)));
    } catch (ApiException refused) {
      response = refused.response();
    } catch (JqlException refused) {
      response = ApiException.of(400, refused.messages()).response();
    }
    return identified(response, outcome);
  }

  private Response identified(Response response, Login.Outcome outcome) {
    Response identified = response;
    if (outcome != Login.Outcome.NONE) {
      identified = identified.withHeader("X-Seraph-LoginReason", outcome.header());
    }
    if (jira.cloud() && outcome == Login.Outcome.OK) {
      identified =
          identified.withHeader("X-AAccountId", jira.account().json().path("accountId").asText());
    }
    return identified;
  }

  /** The request as seen below the context path or the gateway's prefix; empty when beside it. */
  private Optional<Request> inside(Request request) {
    String path = request.path();
    if (!path.startsWith(contextPath + "/")) {
      return Optional.empty();
    }
    path = path.substring(contextPath.length());
    if (jira.cloud() && path.startsWith("/ex/jira/")) {
      int end = path.indexOf('/', "/ex/jira/".length());
      path = end < 0 ? "/" : path.substring(end);
    }
    return Optional.of(request.withPath(path));
  }

  private boolean hasVersion(Routes.Match match) {
    String version = match.variables().getOrDefault("v", "2");
    return switch (version) {
      case "2", "latest" -> true;
      case "3" -> jira.cloud();
      default -> false;
    };
  }

  private Response unknown() {
    return Response.json(
        404, "{\"message\":\"null for uri\",\"status-code\":404,\"errorMessages\":[]}");
  }

  private static Response deadLink() {
    return Response.html(
        404, "<html><head><title>Oops, you've found a dead link.</title></head></html>");
  }

  private static String name(Routes.Match match) {
    return match.route().method()
        + " "
        + String.join("/", match.route().template())
            .replace("{v}", match.variables().getOrDefault("v", ""));
  }

  private static void pause(Duration delay) {
    if (delay.isZero()) {
      return;
    }
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
