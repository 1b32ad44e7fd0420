package dev.sluice.transforms.jira;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sets up the wire: time-outs and gzip; everything that decides anything is switched off. */
final class HttpClients {
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

  private HttpClients() {}

  static CloseableHttpClient open(Timeouts timeouts, int connections) {
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
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
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }

  private static String version() {
    String version = HttpClients.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
