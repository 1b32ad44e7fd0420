package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Sends one request over the wire and reads its answer into an outcome. Decides nothing else. */
final class HttpSender implements Exchange {
  private static final int ERROR_BODY_BYTES = 64 * 1024;
  private static final int PEEKED_BYTES = 256;

  private final CloseableHttpClient client;
  private final SiteAddress site;
  private final AnswerMeaning meaning;
  private final NearLimit nearLimit;
  private final Duration longest;
  private final Clock clock;
  private final Ticker ticker;
  private final RequestCounters counters;

  HttpSender(
      CloseableHttpClient client,
      SiteAddress site,
      AnswerMeaning meaning,
      NearLimit nearLimit,
      Duration longest,
      Clock clock,
      Ticker ticker,
      RequestCounters counters) {
    this.client = client;
    this.site = site;
    this.meaning = meaning;
    this.nearLimit = nearLimit;
    this.longest = longest;
    this.clock = clock;
    this.ticker = ticker;
    this.counters = counters;
  }

  @Override
  public <T> Outcome<T> send(Call<T> call) {
    counters.sent();
    Instant sentAt = clock.instant();
    long deadline = ticker.nanos() + longest.toNanos();
    // Closing the answer before its end drops the connection, so nothing broken is ever reused.
    try (ClassicHttpResponse response = client.executeOpen(site.host(), request(call), null)) {
      Instant answeredAt = clock.instant();
      ResponseHead head = head(response);
      nearLimit.heed(call.endpoint(), head);
      Optional<Outcome<T>> settled = meaning.ofHead(call, head);
      if (settled.isPresent()) {
        return settled.get();
      }
      InputStream content =
          response.getEntity() == null
              ? InputStream.nullInputStream()
              : response.getEntity().getContent();
      BufferedInputStream body =
          new BufferedInputStream(new DeadlineStream(content, ticker, deadline));
      Outcome<T> outcome =
          head.successful()
              ? read(call, head, body, new Arrival(head.serverTime(), sentAt, answeredAt))
              : meaning.ofError(call, head, errorText(body));
      if (outcome instanceof Outcome.Page) {
        // Lets the library see the end of the answer, so that the connection serves again.
        content.close();
      }
      return outcome;
    } catch (JsonProcessingException e) {
      return meaning.ofGarbled(call, e);
    } catch (IOException e) {
      return meaning.ofFailure(call, e);
    } catch (IllegalStateException e) {
      // The library's way to say that the client was closed, which ends a run in good order.
      return meaning.ofClosed(call);
    }
  }

  private <T> Outcome<T> read(
      Call<T> call, ResponseHead head, BufferedInputStream body, Arrival arrival)
      throws IOException {
    body.mark(PEEKED_BYTES);
    String start = text(body, PEEKED_BYTES);
    body.reset();
    if (HtmlWords.isHtml(start)) {
      return meaning.ofWebPage(call, head, text(body, ERROR_BODY_BYTES));
    }
    RecordedBody recorded = new RecordedBody(body);
    T content = call.reader().read(recorded, arrival);
    counters.received(recorded.count(), arrival);
    return new Outcome.Page<>(content);
  }

  private HttpUriRequestBase request(Call<?> call) {
    String uri = site.host().toURI() + site.pathOf(call.path()) + call.query().encoded();
    HttpUriRequestBase request =
        new HttpUriRequestBase(call.json().isPresent() ? "POST" : "GET", URI.create(uri));
    call.json()
        .ifPresent(json -> request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON)));
    call.authorization().ifPresent(login -> request.setHeader(HttpHeaders.AUTHORIZATION, login));
    request.setHeader(HttpHeaders.ACCEPT, "application/json");
    // Without both, Jira words its messages in the account's language.
    request.setHeader(HttpHeaders.ACCEPT_LANGUAGE, "en");
    request.setHeader("X-Force-Accept-Language", "true");
    return request;
  }

  private static ResponseHead head(ClassicHttpResponse response) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue() == null ? "" : header.getValue());
    }
    return new ResponseHead(response.getCode(), headers);
  }

  // The status stands whatever becomes of its explanation: a broken one must not repeat a 401.
  private static String errorText(InputStream body) {
    try {
      return text(body, ERROR_BODY_BYTES);
    } catch (IOException e) {
      return "";
    }
  }

  private static String text(InputStream body, int longest) throws IOException {
    return new String(body.readNBytes(longest), StandardCharsets.UTF_8);
  }
}
