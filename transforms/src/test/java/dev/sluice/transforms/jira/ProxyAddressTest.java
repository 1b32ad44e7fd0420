package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProxyAddressTest {
  private static final URI JIRA = URI.create("https://jira.acme.com/jira");

  @Test
  void theVariableOfTheSchemeDecides() {
    Map<String, String> both =
        Map.of("HTTPS_PROXY", "http://proxy:3128", "HTTP_PROXY", "http://other");
    assertThat(proxy(JIRA, both)).hasToString("Optional[proxy:3128]");
    assertThat(proxy(URI.create("http://jira.acme.com"), both)).hasToString("Optional[other:80]");
    assertThat(proxy(JIRA, Map.of("https_proxy", "proxy:8080")))
        .hasToString("Optional[proxy:8080]");
    assertThat(proxy(JIRA, Map.of("ALL_PROXY", "http://all:1"))).hasToString("Optional[all:1]");
    assertThat(proxy(JIRA, Map.of("HTTP_PROXY", "http://other"))).isEmpty();
    assertThat(proxy(JIRA, Map.of("HTTPS_PROXY", " "))).isEmpty();
  }

  @Test
  void exceptionsAreHostsDomainsAndPorts() {
    for (String exception :
        new String[] {
          "*",
          "jira.acme.com",
          "acme.com",
          ".acme.com",
          "*.acme.com",
          "x.y, ACME.COM",
          "a b acme.com",
          "jira.acme.com:443"
        }) {
      assertThat(proxy(JIRA, Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", exception)))
          .as(exception)
          .isEmpty();
    }
    for (String other : new String[] {"", "me.com", "jira", "jira.acme.com:8443", "acme.com.x"}) {
      assertThat(proxy(JIRA, Map.of("HTTPS_PROXY", "p:1", "no_proxy", other)))
          .as(other)
          .isPresent();
    }
  }

  @Test
  void loopbackIsNeverProxied() {
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
      assertThat(
              proxy(URI.create("http://" + host + ":8080"), Map.of("HTTP_PROXY", "http://proxy")))
          .isEmpty();
    }
  }

  @Test
  void theLoginOfAProxyIsReadAndNeverPrinted() {
    ProxyAddress proxy =
        proxy(JIRA, Map.of("HTTPS_PROXY", "http://us%40er:can%3Aary+1@proxy:3128")).orElseThrow();
    assertThat(proxy.login()).contains("us@er:can:ary+1");
    assertThat(proxy).hasToString("proxy:3128");
  }

  @Test
  void whatIsNoHttpProxyIsRefusedWithoutQuotingIt() {
    for (String odd : new String[] {"socks5://canary@proxy:1080", "http://", "http://canary^:x"}) {
      assertThatThrownBy(() -> proxy(JIRA, Map.of("HTTPS_PROXY", odd)))
          .isInstanceOf(JiraException.Misconfigured.class)
          .hasMessageContaining("HTTPS_PROXY")
          .hasMessageNotContaining("canary");
    }
  }

  private static Optional<ProxyAddress> proxy(URI address, Map<String, String> environment) {
    return ProxyAddress.of(address, name -> Optional.ofNullable(environment.get(name)));
  }
}
