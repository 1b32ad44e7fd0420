package dev.sluice.transforms.jira;

import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up the wire: time-outs, trust, proxy and gzip; everything that decides anything is switched
 * off.
 */
final class HttpClients {
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

  private HttpClients() {}

  static CloseableHttpClient open(
      Timeouts timeouts, int connections, Transport transport, Optional<ProxyAddress> proxy) {
    HttpClientBuilder builder =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(connections)
                    .setMaxConnPerRoute(connections)
                    .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(Authorities.context(transport)))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout(timeouts.connect()))
                            .setSocketTimeout(timeout(timeouts.silence()))
                            .setValidateAfterInactivity(TimeValue.of(LONGEST_IDLE))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout(timeouts.silence()))
                    .setConnectionRequestTimeout(timeout(timeouts.whole()))
                    .build())
            .setUserAgent("sluice/" + version())
            .disableAutomaticRetries()
            // A redirect followed by the library would carry the login to another host.
            .disableRedirectHandling()
            .disableCookieManagement();
    proxy.ifPresent(address -> throughProxy(builder, address));
    return builder.build();
  }

  private static void throughProxy(HttpClientBuilder builder, ProxyAddress address) {
    HttpHost proxy = new HttpHost("http", address.host(), address.port());
    builder.setProxy(proxy);
    if (address.login().isPresent()) {
      String login = address.login().get();
      int colon = login.indexOf(':');
      String user = colon < 0 ? login : login.substring(0, colon);
      String password = colon < 0 ? "" : login.substring(colon + 1);
      BasicCredentialsProvider logins = new BasicCredentialsProvider();
      logins.setCredentials(
          new AuthScope(proxy), new UsernamePasswordCredentials(user, password.toCharArray()));
      builder.setDefaultCredentialsProvider(logins);
    }
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }

  private static String version() {
    String version = HttpClients.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
