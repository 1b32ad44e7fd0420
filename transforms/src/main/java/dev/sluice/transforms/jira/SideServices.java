package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Asks the small services that a login may need besides Jira: token endpoints, secret stores, the
 * metadata server of a machine. What fails in passing is asked for three times.
 */
final class SideServices {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));
  private static final int ATTEMPTS = 3;
  private static final int MOST_BYTES = 256 * 1024;

  private final Transport transport;
  private final Function<String, Optional<String>> environment;
  private final Backoff backoff;
  private final Ticker ticker;

  SideServices(
      Transport transport,
      Function<String, Optional<String>> environment,
      Backoff backoff,
      Ticker ticker) {
    this.transport = transport;
    this.environment = environment;
    this.backoff = backoff;
    this.ticker = ticker;
  }

  /**
   * An answer, whatever its status.
   *
   * @param json a missing node when the body is none
   */
  record Answer(int status, JsonNode json) {

    boolean successful() {
      return status >= 200 && status < 300;
    }

    /** Returns the word by which OAuth and Google name what is wrong; never a whole body. */
    String reason() {
      JsonNode error = json.path("error");
      String word = error.isTextual() ? error.asText() : error.path("status").asText("");
      return HtmlWords.shortened(word, 60);
    }
  }

  /** Sends a GET. */
  Answer get(URI address, Map<String, String> headers) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase("GET", address);
    headers.forEach(request::setHeader);
    return repeated(address, request);
  }

  /** Sends a form, as token endpoints want it (RFC 6749, section 4.4.2). */
  Answer post(URI address, Map<String, String> form) throws IOException {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpUriRequestBase request = new HttpUriRequestBase("POST", address);
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_FORM_URLENCODED));
    return repeated(address, request);
  }

  private Answer repeated(URI address, HttpUriRequestBase request) throws IOException {
    request.setHeader("Accept", "application/json");
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = once(address, request);
        boolean passing = answer.status() == 429 || answer.status() >= 500;
        if (!passing || attempt == ATTEMPTS) {
          return answer;
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
      try {
        ticker.sleep(backoff.afterError(attempt - 1, Optional.empty()));
      } catch (InterruptedException e) {
        throw new JiraException.Interrupted();
      }
    }
  }

  private Answer once(URI address, HttpUriRequestBase request) throws IOException {
    try (CloseableHttpClient client =
            HttpClients.open(SHORT, 1, transport, ProxyAddress.of(address, environment));
        ClassicHttpResponse response =
            client.executeOpen(new SiteAddress(address).host(), request, null)) {
      byte[] body =
          response.getEntity() == null
              ? new byte[0]
              : response.getEntity().getContent().readNBytes(MOST_BYTES);
      return new Answer(response.getCode(), json(body));
    }
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
