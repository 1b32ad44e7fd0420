package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.Transport;
import dev.sluice.transforms.jql.Scope;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code jira}. */
final class JiraSection {

  private static final Key<String> URL =
      Key.of(
              "url",
              Scalars.text("an address", "\\s*[hH][tT][tT][pP][sS]?://[^@?#\\s]+\\s*"),
              "The address of the site; a context path or /ex/jira/<cloudId> is kept.")
          .suchAs("https://acme.atlassian.net");
  private static final Key<Section> AUTH =
      Key.of("auth", Structures.mapping(AuthSection.KEYS), "How to log in.");
  private static final Key<String> SITE =
      Key.of(
              "site",
              Scalars.text(),
              "The name in column _site of every row; by default the host of the url.")
          .suchAs("acme");
  private static final Key<List<String>> PROJECTS =
      Key.of(
              "projects",
              Structures.texts(),
              "Keys of the projects to read; none: all visible ones.")
          .suchAs("[MKTG, OPS]");
  private static final Key<String> JQL =
      Key.of("jql", Scalars.text(), "What to read in JQL, instead of projects.")
          .suchAs("project = MKTG AND labels = launch");
  private static final Key<Section> BUDGET =
      Key.of("budget", Structures.mapping(BudgetSection.KEYS), "What the job may ask of Jira.");
  private static final Key<BigDecimal> PAGE_SIZE =
      Key.of("page-size", Scalars.wholeNumber(1, 1000), "Issues asked for with one request.")
          .standing(Integer.toString(JiraConfig.DEFAULT_PAGE_SIZE));
  private static final Key<Duration> CONNECT =
      Key.of("connect", Scalars.duration(), "How long to wait for a connection.").standing("10s");
  private static final Key<Duration> READ =
      Key.of("read", Scalars.duration(), "How long to wait for the next byte of an answer.")
          .standing("60s");
  private static final Key<Section> TIMEOUTS =
      Key.of("timeouts", Structures.mapping(Keys.of(CONNECT, READ)), "How long to wait.");
  private static final Key<Boolean> ALLOW_INSECURE =
      Key.of(
              "allow-insecure",
              Scalars.flag(),
              "Send the login over an unencrypted connection, which others can read.")
          .standing("false");
  private static final Key<String> CA_FILE =
      Key.of(
              "ca-file",
              Scalars.text(),
              "Certificates (PEM) to trust besides the authorities Java knows.")
          .suchAs("/etc/ssl/acme-ca.pem");
  private static final Key<Section> TLS =
      Key.of("tls", Structures.mapping(Keys.of(CA_FILE)), "Whom to trust.");

  static final Keys KEYS =
      Keys.of(URL, AUTH, SITE, PROJECTS, JQL, BUDGET, PAGE_SIZE, TIMEOUTS, ALLOW_INSECURE, TLS)
          .requiring(URL, AUTH)
          .apart(JQL, PROJECTS);

  private JiraSection() {}

  /** Empty when a problem was reported without which there is no Jira to speak of. */
  static Optional<JiraConfig> read(Section jira) {
    Optional<URI> url = url(jira);
    Optional<AuthConfig> auth = Optional.empty();
    if (jira.has(AUTH)) {
      auth = AuthSection.read(jira.section(AUTH), url);
    } else {
      jira.problem(AUTH, "is missing; write {type: basic, user: ..., token: env:JIRA_TOKEN}");
    }
    Optional<String> site = jira.get(SITE);
    List<String> projects = jira.list(PROJECTS);
    Optional<String> jql = jql(jira, projects);
    BudgetConfig budget = BudgetSection.read(jira.section(BUDGET));
    int pageSize = jira.get(PAGE_SIZE).map(Number::intValue).orElse(JiraConfig.DEFAULT_PAGE_SIZE);
    JiraConfig.Timeouts timeouts = timeouts(jira.section(TIMEOUTS));
    Transport transport = transport(jira);
    jira.finish();
    if (url.isEmpty() || auth.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new JiraConfig(
            url.get(),
            auth.get(),
            site.orElse(url.get().getHost()),
            projects,
            jql,
            budget,
            pageSize,
            timeouts,
            transport));
  }

  private static Optional<URI> url(Section jira) {
    Optional<String> text = jira.get(URL);
    if (text.isEmpty()) {
      jira.problem(URL, "is missing; write the address of the site, https://...");
      return Optional.empty();
    }
    Optional<URI> url = parsed(text.get());
    if (url.isEmpty()) {
      jira.problem(URL, "expected an address such as https://acme.atlassian.net");
    } else if (url.get().getRawUserInfo() != null) {
      jira.problem(URL, "holds a user or password; that belongs into jira.auth");
      return Optional.empty();
    } else if (url.get().getRawQuery() != null || url.get().getRawFragment() != null) {
      jira.problem(URL, "expected the address of the site only, without ? or #");
      return Optional.empty();
    }
    return url;
  }

  private static Optional<URI> parsed(String text) {
    try {
      URI url = new URI(text.strip().replaceFirst("/+$", ""));
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      boolean usable = scheme.equals("https") || scheme.equals("http");
      return usable && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> jql(Section jira, List<String> projects) {
    Optional<String> jql = jira.get(JQL);
    if (jql.isPresent() && !projects.isEmpty()) {
      jira.problem(JQL, "and jira.projects exclude each other; add the projects to the JQL");
    }
    try {
      jql.ifPresent(Scope::matching);
    } catch (IllegalArgumentException e) {
      jira.problem(JQL, String.valueOf(e.getMessage()));
    }
    return jql.map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Transport transport(Section jira) {
    boolean clearText = jira.get(ALLOW_INSECURE).orElse(false);
    Section tls = jira.section(TLS);
    Optional<String> authorities = tls.get(CA_FILE);
    tls.finish();
    return new Transport(authorities.orElse(null), clearText);
  }

  private static JiraConfig.Timeouts timeouts(Section timeouts) {
    JiraConfig.Timeouts defaults = JiraConfig.Timeouts.DEFAULT;
    Optional<Duration> connect = timeouts.get(CONNECT);
    Optional<Duration> read = timeouts.get(READ);
    timeouts.finish();
    return new JiraConfig.Timeouts(
        connect.orElse(defaults.connect()), read.orElse(defaults.read()));
  }
}
