package dev.sluice.transforms.jira;

import java.net.URI;
import java.util.Locale;
import org.apache.hc.core5.http.HttpHost;

/** Joins paths to a base URL without losing its context path or gateway prefix. */
final class SiteAddress {
  private final HttpHost host;
  private final String prefix;

  SiteAddress(URI baseUrl) {
    String scheme = baseUrl.getScheme().toLowerCase(Locale.ROOT);
    int port = baseUrl.getPort() >= 0 ? baseUrl.getPort() : scheme.equals("https") ? 443 : 80;
    this.host = new HttpHost(scheme, baseUrl.getHost().toLowerCase(Locale.ROOT), port);
    String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    this.prefix = path.substring(0, end);
  }

  HttpHost host() {
    return host;
  }

  /** Returns the path as the server sees it, prefix included. */
  String pathOf(String path) {
    return prefix + path;
  }

  boolean hasPrefix() {
    return !prefix.isEmpty();
  }

  boolean isAtlassianHosted() {
    return host.getHostName().endsWith(".atlassian.net");
  }

  boolean isGateway() {
    return host.getHostName().equals("api.atlassian.com");
  }

  String key() {
    return host.toURI() + prefix;
  }
}
