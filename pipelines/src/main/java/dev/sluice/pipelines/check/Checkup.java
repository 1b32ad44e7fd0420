package dev.sluice.pipelines.check;

import dev.sluice.pipelines.config.AuthConfig;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.BigQuerySink;
import dev.sluice.pipelines.run.Connections;
import dev.sluice.pipelines.run.Scopes;
import dev.sluice.pipelines.run.SecretExpiry;
import dev.sluice.pipelines.run.SiteFields;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.transforms.jira.Account;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.Patience;
import dev.sluice.transforms.jira.ServerInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Tries everything that a run depends on, each thing by itself where that is possible, and changes
 * nothing. A Jira that is slow or busy is given up on sooner than a run would.
 */
public final class Checkup {

  private static final Duration LARGEST_SKEW = Duration.ofMinutes(1);
  static final Patience SHORT =
      Patience.STANDARD.withRetries(1).withLongestWait(Duration.ofSeconds(30));

  private final SluiceConfig config;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  private Checkup(SluiceConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** The findings, in the order in which things depend on each other. */
  public static List<Finding> of(SluiceConfig config, Clock clock) {
    Checkup checkup = new Checkup(config, clock);
    checkup.check();
    return List.copyOf(checkup.findings);
  }

  private void check() {
    findings.add(
        Finding.ok("config", config.jira().url() + ", site '" + config.jira().site() + "'"));
    Optional<JiraClient> client = secret();
    boolean reached =
        tried(
            "reach",
            () ->
                Finding.ok(
                    "reach",
                    Reach.describe(
                        config.jira().url(),
                        config.jira().transport(),
                        config.jira().timeouts().connect())));
    if (client.isPresent()) {
      try (JiraClient open = client.get()) {
        jira(open, reached);
      }
    } else {
      List.of("jira", "clock", "login", "search", "fields").forEach(this::skip);
    }
    tried("output", this::output);
    config.output().bigQuery().ifPresent(target -> tried("bigquery", () -> bigQuery(target)));
  }

  private Optional<JiraClient> secret() {
    AuthConfig auth = config.jira().auth();
    List<JiraClient> opened = new ArrayList<>();
    boolean usable =
        tried(
            "secret",
            () -> {
              JiraConnection connection = Connections.to(config.jira()).withPatience(SHORT);
              JiraClient client = JiraClient.open(connection);
              opened.add(client);
              client.prepareLogin();
              return expiry(auth);
            });
    if (!usable) {
      opened.forEach(JiraClient::close);
      opened.clear();
    }
    return opened.stream().findFirst();
  }

  private Finding expiry(AuthConfig auth) {
    return SecretExpiry.warning(auth, clock.instant())
        .map(
            warning ->
                Finding.warn(
                    "secret",
                    warning,
                    "make a new one, put it there, and change jira.auth.expires"))
        .orElseGet(() -> Finding.ok("secret", auth.token()));
  }

  private void jira(JiraClient client, boolean reached) {
    Optional<ServerInfo> server = reached ? server(client) : Optional.empty();
    if (!reached) {
      skip("jira");
    }
    if (server.isEmpty()) {
      List.of("clock", "login", "search", "fields").forEach(this::skipUnlessFound);
      return;
    }
    findings.add(clock(server.get().clockSkew()));
    if (tried("login", () -> login(client.myself()))) {
      tried("search", () -> search(client.count(Scopes.allIssues(config.jira()))));
      tried("fields", () -> FieldFinding.of(SiteFields.of(client, config, clock).schema()));
    } else {
      List.of("search", "fields").forEach(this::skip);
    }
  }

  private Optional<ServerInfo> server(JiraClient client) {
    try {
      ServerInfo server = client.serverInfo();
      findings.add(Finding.ok("jira", describe(server)));
      return Optional.of(server);
    } catch (JiraException.Unauthorised e) {
      findings.add(Finding.ok("jira", "it is one; more it tells only those it knows"));
      findings.add(Finding.fail("login", e));
    } catch (RuntimeException e) {
      findings.add(Finding.fail("jira", e));
    }
    return Optional.empty();
  }

  static String describe(ServerInfo server) {
    String edition = server.edition() == Edition.CLOUD ? "Cloud" : "Data Center";
    return edition
        + " "
        + server.version()
        + server.serverTimeZone().map(zone -> ", zone " + zone).orElse("");
  }

  private static Finding clock(Optional<Duration> skew) {
    if (skew.isEmpty()) {
      return Finding.warn("clock", "Jira does not tell its time", "nothing to do");
    }
    Duration ahead = skew.get();
    if (ahead.abs().compareTo(LARGEST_SKEW) <= 0) {
      return Finding.ok("clock", "within " + (ahead.abs().toSeconds() + 1) + " s of Jira's");
    }
    return Finding.warn(
        "clock",
        "this machine is "
            + ahead.abs().toSeconds()
            + " s "
            + (ahead.isNegative() ? "ahead of" : "behind")
            + " Jira",
        "set the clock; runs go by Jira's, so no issue is missed, but times in logs are off");
  }

  private static Finding login(Account account) {
    return Finding.ok("login", describe(account));
  }

  static String describe(Account account) {
    return account.displayName() + account.timeZone().map(zone -> ", zone " + zone).orElse("");
  }

  private static Finding search(long issues) {
    return issues == 0
        ? Finding.warn(
            "search",
            "the account sees no issue",
            "check jira.projects or jira.jql, and the permission Browse Projects")
        : Finding.ok("search", issues + " issues visible");
  }

  private Finding output() {
    WarehouseRoot root = WarehouseRoot.at(config.outputPath());
    root.requireWritable();
    return Finding.ok("output", root.location() + " is writable");
  }

  private Finding bigQuery(BigQueryConfig target) {
    return Finding.ok(
        "bigquery",
        String.join(
            "; ",
            BigQuerySink.find()
                .check(target, config.outputPath(), PipelineOptionsFactory.create())));
  }

  private boolean tried(String probe, Supplier<Finding> attempt) {
    Finding finding;
    try {
      finding = attempt.get();
    } catch (RuntimeException e) {
      finding = Finding.fail(probe, e);
    }
    findings.add(finding);
    return !finding.failed();
  }

  private void skipUnlessFound(String probe) {
    if (findings.stream().noneMatch(finding -> finding.probe().equals(probe))) {
      skip(probe);
    }
  }

  private void skip(String probe) {
    findings.add(Finding.skipped(probe));
  }
}
