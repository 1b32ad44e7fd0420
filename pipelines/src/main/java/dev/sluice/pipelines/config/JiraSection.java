package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.Transport;
import dev.sluice.transforms.jql.Scope;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code jira}. */
final class JiraSection {

  private JiraSection() {}

  /** Empty when a problem was reported without which there is no Jira to speak of. */
  static Optional<JiraConfig> read(Section jira) {
    Optional<URI> url = url(jira);
    Optional<AuthConfig> auth = Optional.empty();
    if (jira.has("auth")) {
      auth = AuthSection.read(jira.section("auth"), url);
    } else {
      jira.problem("auth", "is missing; write {type: basic, user: ..., token: env:JIRA_TOKEN}");
    }
    Optional<String> site = jira.text("site");
    List<String> projects = jira.texts("projects");
    Optional<String> jql = jql(jira, projects);
    BudgetConfig budget = BudgetSection.read(jira.section("budget"));
    int pageSize = jira.wholeNumber("page-size", 1, 1000).orElse(JiraConfig.DEFAULT_PAGE_SIZE);
    JiraConfig.Timeouts timeouts = timeouts(jira.section("timeouts"));
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
    Optional<String> text = jira.text("url");
    if (text.isEmpty()) {
      jira.problem("url", "is missing; write the address of the site, https://...");
      return Optional.empty();
    }
    Optional<URI> url = parsed(text.get());
    if (url.isEmpty()) {
      jira.problem("url", "expected an address such as https://acme.atlassian.net");
    } else if (url.get().getRawUserInfo() != null) {
      jira.problem("url", "holds a user or password; that belongs into jira.auth");
      return Optional.empty();
    } else if (url.get().getRawQuery() != null || url.get().getRawFragment() != null) {
      jira.problem("url", "expected the address of the site only, without ? or #");
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
    Optional<String> jql = jira.text("jql");
    if (jql.isPresent() && !projects.isEmpty()) {
      jira.problem("jql", "and jira.projects exclude each other; add the projects to the JQL");
    }
    try {
      jql.ifPresent(Scope::matching);
    } catch (IllegalArgumentException e) {
      jira.problem("jql", String.valueOf(e.getMessage()));
    }
    return jql.map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Transport transport(Section jira) {
    boolean clearText = jira.flag("allow-insecure").orElse(false);
    Section tls = jira.section("tls");
    Optional<String> authorities = tls.text("ca-file");
    tls.finish();
    return new Transport(authorities.orElse(null), clearText);
  }

  private static JiraConfig.Timeouts timeouts(Section timeouts) {
    JiraConfig.Timeouts defaults = JiraConfig.Timeouts.DEFAULT;
    Optional<Duration> connect = timeouts.duration("connect");
    Optional<Duration> read = timeouts.duration("read");
    timeouts.finish();
    return new JiraConfig.Timeouts(
        connect.orElse(defaults.connect()), read.orElse(defaults.read()));
  }
}
