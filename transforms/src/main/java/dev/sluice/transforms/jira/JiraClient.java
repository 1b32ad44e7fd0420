package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one Jira site, Cloud or Data Center. Every request waits for the site's budget in this JVM,
 * is repeated where that may help, and ends in content or in a {@link JiraException}. Nothing here
 * changes anything in Jira. Thread-safe; the pages of one search are for one thread.
 */
public final class JiraClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JiraClient.class);

  private final CloseableHttpClient http;
  private final Exchange exchange;
  private final RequestCounters counters;
  private final Logins.Lease login;
  private @Nullable Platform platform;

  JiraClient(JiraConnection connection, Budget budget, Surroundings world, Logins logins) {
    connection.requireSafe();
    this.counters = new RequestCounters();
    this.http =
        HttpClients.open(
            connection.timeouts(),
            connection.budget().concurrency(),
            connection.transport(),
            ProxyAddress.of(connection.baseUrl(), world.secrets()::variable));
    this.login =
        logins.lease(connection, () -> new Issuing(connection, budget, world, counters).make());
    this.exchange = assemble(connection, budget, login.credentials(), world);
    this.platform = connection.edition().map(known -> Platform.of(known, exchange)).orElse(null);
  }

  /**
   * Opens a client: reads the secret unless another client of this JVM has, sends nothing to Jira
   * yet.
   *
   * @throws JiraException.Unauthorised when the secret cannot be read
   * @throws JiraException.Misconfigured when the login would go unencrypted over a network
   */
  public static JiraClient open(JiraConnection connection) {
    Budget budget = Budget.forSite(connection.siteKey(), connection.budget());
    return new JiraClient(connection, budget, Surroundings.real(), Logins.SHARED);
  }

  /**
   * Obtains what the login needs besides its secret, such as an access token; nothing where the
   * secret is enough. Requests do so by themselves.
   *
   * @throws JiraException.Unauthorised when it is refused
   */
  public void prepareLogin() {
    login.credentials().header();
  }

  /** The way of every request, from the outside in. */
  private Exchange assemble(
      JiraConnection connection, Budget budget, Credentials credentials, Surroundings world) {
    SiteAddress site = new SiteAddress(connection.baseUrl());
    AnswerMeaning meaning = new AnswerMeaning(site, world.clock(), credentials::redact);
    Exchange wire =
        new HttpSender(
            http,
            site,
            meaning,
            new NearLimit(budget, world.clock()),
            connection.timeouts().whole(),
            world.clock(),
            world.ticker(),
            counters);
    Exchange budgeted = new Budgeted(wire, budget, counters);
    Backoff backoff = new Backoff(connection.patience(), world.random());
    Exchange repeated =
        new Retry(budgeted, budget, backoff, world.ticker(), world.clock(), counters);
    return new Authorised(repeated, credentials, counters);
  }

  /**
   * Returns the edition: the one the connection names, or the one the site tells when first asked.
   */
  public Edition edition() {
    return platform() instanceof CloudPlatform ? Edition.CLOUD : Edition.DATA_CENTER;
  }

  /**
   * Asks the site about itself. One request, also when it was asked before; nothing else asks for
   * the edition afterwards.
   */
  public ServerInfo serverInfo() {
    ServerInfo server =
        exchange
            .send(
                Call.get("/rest/api/2/serverInfo", QueryParameters.none(), new ServerInfoReader())
                    .asProbe())
            .orThrow();
    learn(server.edition());
    return server;
  }

  /** Asks who the client is logged in as; this needs a login on every edition. */
  public Account myself() {
    JsonNode body = getApi("/myself", QueryParameters.none());
    String id =
        body.path("accountId").asText(body.path("key").asText(body.path("name").asText("")));
    JsonNode zone = body.path("timeZone");
    return new Account(
        id,
        body.path("displayName").asText(""),
        zone.isTextual() ? Optional.of(zone.asText()) : Optional.empty());
  }

  /** Returns the field catalogue, an array, as Jira sends it. */
  public JsonNode fields() {
    Platform known = platform();
    return exchange
        .send(Call.get(known.apiPath() + "/field", QueryParameters.none(), Bodies.array()))
        .orThrow();
  }

  /** Returns every project the account may see, archived ones included, as Jira sends them. */
  public List<JsonNode> projects() {
    return platform().projects();
  }

  /**
   * Counts issues: exactly on Data Center; on Cloud as its index estimates, which may lag by
   * minutes.
   *
   * @throws JiraException.Refused when Jira refuses the query
   */
  public long count(String jql) {
    return platform().count(jql);
  }

  /** Begins a search. Sends nothing before the first page is asked for. */
  public IssuePages search(SearchRequest request) {
    return platform().search(request);
  }

  /**
   * Begins a search of which only the ids are wanted. Sends nothing before the first page is asked
   * for.
   *
   * @param jql the query with its order; must be bounded on Cloud
   */
  public IssueIdPages issueIds(String jql) {
    Platform known = platform();
    return IssueIdPages.of(
        known.search(new SearchRequest(jql, List.of("id"), List.of(), known.idsPerPage())));
  }

  /** Returns what looks single issues up, past the search index. */
  public IssueLookup lookup() {
    return new IssueLookup(exchange, platform());
  }

  /** Returns what reads projects, people, boards and the like. */
  public JiraCatalogue catalogue() {
    return new JiraCatalogue(exchange, platform());
  }

  /** Returns what tells which worklogs changed. */
  public JiraWorklogs worklogs() {
    return new JiraWorklogs(exchange, platform());
  }

  /** Returns what reads the lists that a search cuts off. */
  public IssueChildren children() {
    return new IssueChildren(exchange, platform());
  }

  /**
   * Reads anything below the site's address, such as {@code /rest/agile/1.0/board}.
   *
   * @param path begins with a slash; context path or gateway prefix are put before it
   * @param endpoint the path without ids, as Jira counts bursts by it, such as {@code
   *     /rest/agile/1.0/board/{id}/sprint}
   * @return an object or an array
   */
  public JsonNode get(String path, String endpoint, QueryParameters query) {
    return exchange
        .send(Call.get(path, query, Bodies.any()).countedAs("GET " + endpoint))
        .orThrow();
  }

  /**
   * Reads a resource of the edition's newest platform interface, such as {@code /status}.
   *
   * @return an object or an array
   */
  public JsonNode getApi(String resource, QueryParameters query) {
    String path = platform().apiPath() + resource;
    return get(path, path, query);
  }

  /**
   * Reads through a POST, such as {@code /changelog/bulkfetch}, of the platform interface. It may
   * be sent several times, so the resource must only read.
   *
   * @return an object or an array
   */
  public JsonNode postApi(String resource, JsonNode body) {
    String path = platform().apiPath() + resource;
    return exchange.send(Call.post(path, body.toString(), Bodies.any())).orThrow();
  }

  /** The server's clock at its last whole answer to this client, UTC; whole seconds. */
  public Instant serverTime() {
    return counters.serverTime();
  }

  /** Reads the counters of this client; they only grow. */
  public RequestStats stats() {
    return counters.snapshot();
  }

  /** Closes the connections. Requests under way fail. */
  @Override
  public void close() {
    login.close();
    try {
      http.close();
    } catch (IOException e) {
      LOG.debug("Closing the connections to Jira failed", e);
    }
  }

  private synchronized Platform platform() {
    Platform known = platform;
    return known == null ? learn(serverInfo().edition()) : known;
  }

  private synchronized Platform learn(Edition edition) {
    Platform known = platform;
    if (known == null) {
      known = Platform.of(edition, exchange);
      platform = known;
    }
    return known;
  }
}
