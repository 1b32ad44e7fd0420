package dev.sluice.transforms.jira;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A proxy that the environment names: {@code HTTPS_PROXY}, {@code HTTP_PROXY} or {@code ALL_PROXY},
 * upper or lower case, unless {@code NO_PROXY} excepts the host. Loopback is never proxied.
 *
 * @param login {@code user:password}, when the proxy wants one
 */
public record ProxyAddress(String host, int port, Optional<String> login) {
  private static final int USUAL_PORT = 80;

  /**
   * Finds the proxy for an address.
   *
   * @param environment finds the value of a variable
   * @throws JiraException.Misconfigured when what is named is no HTTP proxy
   */
  public static Optional<ProxyAddress> of(
      URI address, Function<String, Optional<String>> environment) {
    String scheme = address.getScheme().toUpperCase(Locale.ROOT);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (Transport.isLoopback(host) || excepted(host, port(address), environment)) {
      return Optional.empty();
    }
    String name = scheme + "_PROXY";
    return variable(name, environment)
        .or(() -> variable("ALL_PROXY", environment))
        .map(text -> parse(text, name));
  }

  /** Tells where, never with which login. */
  @Override
  public String toString() {
    return host + ":" + port;
  }

  private static Optional<String> variable(
      String name, Function<String, Optional<String>> environment) {
    return environment
        .apply(name)
        .or(() -> environment.apply(name.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static boolean excepted(
      String host, int port, Function<String, Optional<String>> environment) {
    for (String entry : variable("NO_PROXY", environment).orElse("").split("[,\\s]+", -1)) {
      String lower = entry.toLowerCase(Locale.ROOT);
      String bare = lower.startsWith("*.") ? lower.substring(2) : lower.replaceFirst("^\\.", "");
      boolean sameHost = host.equals(bare) || host.endsWith("." + bare);
      boolean sameHostAndPort = (host + ":" + port).equals(bare);
      if (lower.equals("*") || (!bare.isEmpty() && (sameHost || sameHostAndPort))) {
        return true;
      }
    }
    return false;
  }

  private static ProxyAddress parse(String text, String variable) {
    try {
      URI proxy = new URI(text.contains("://") ? text : "http://" + text);
      if (!"http".equalsIgnoreCase(proxy.getScheme()) || proxy.getHost() == null) {
        throw new JiraException.Misconfigured(Trouble.NO_PROXY.with(variable));
      }
      return new ProxyAddress(
          proxy.getHost(),
          proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort(),
          Optional.ofNullable(proxy.getRawUserInfo())
              .map(login -> URLDecoder.decode(login.replace("+", "%2B"), StandardCharsets.UTF_8)));
    } catch (URISyntaxException e) {
      throw new JiraException.Misconfigured(Trouble.NO_PROXY.with(variable));
    }
  }

  private static int port(URI address) {
    boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
    return address.getPort() >= 0 ? address.getPort() : encrypted ? 443 : 80;
  }
}
