package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.WarehouseLayout;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where links of a page may lead: into the Jira that was read, and to the other pages of the
 * warehouse. What does not look like that is shown without a link.
 *
 * @param jira empty when it is not known
 * @param toRoot from the page to the root of the warehouse; empty when the page lies elsewhere
 */
record Links(Optional<URI> jira, Optional<String> toRoot) {

  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]*-[0-9]+");
  private static final Pattern RUN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]*");

  /** Servers and proxies refuse longer ones. */
  private static final int LONGEST = 2_000;

  Links {
    jira = jira.filter(Links::isHarmless);
  }

  private static boolean isHarmless(URI uri) {
    return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
        && uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  /** The key of an issue, which leads there. */
  Element issue(String key) {
    return KEY.matcher(key).matches() ? leading("/browse/" + key, key) : Element.typed(key);
  }

  /** Leads to the issues of a query; empty when it cannot. */
  Optional<Element> query(String jql, String label) {
    String path =
        "/issues/?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8).replace("+", "%20");
    return jira.filter(site -> path.length() <= LONGEST).map(site -> leading(path, label));
  }

  private Element leading(String path, String label) {
    return jira.map(
            site ->
                Element.of("a", label)
                    .with("href", withoutSlash(site) + path)
                    .with("rel", "noopener noreferrer"))
        .orElseGet(() -> Element.typed(label));
  }

  private static String withoutSlash(URI site) {
    return site.toASCIIString().replaceFirst("/+$", "");
  }

  /** Leads to the page of another run. */
  Element run(String runId, Element label) {
    return toRoot
        .filter(there -> RUN.matcher(runId).matches())
        .map(
            there -> Element.of("a").with("href", there + WarehouseLayout.report(runId)).add(label))
        .orElse(label);
  }

  /** Leads to the page over all runs; empty when it cannot. */
  Optional<Element> index(String label) {
    return toRoot.map(there -> Element.of("a", label).with("href", there + WarehouseLayout.INDEX));
  }
}
