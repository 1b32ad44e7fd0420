package dev.sluice.transforms.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Says what each status, header, body and failure means, and so what is worth repeating: 408, 425,
 * 429 and every 5xx, broken connections and broken bodies, since all calls only read. A 500 is
 * repeated too: Cloud sends it for passing faults as well as for queries it cannot bear, and only
 * repeating tells them apart. No other 4xx ever is; repeating a 401 or 403 could lock the account.
 */
final class AnswerMeaning {
  /** To a stranger Data Center says "refused" or "not there" of what it only hides from them. */
  private static final Set<Integer> HIDING = Set.of(400, 403, 404);

  private final SiteAddress site;
  private final Clock clock;
  private final UnaryOperator<String> redact;

  AnswerMeaning(SiteAddress site, Clock clock, UnaryOperator<String> redact) {
    this.site = site;
    this.clock = clock;
    this.redact = redact;
  }

  /** Returns an outcome if the headers alone say that the body must not be used. */
  <T> Optional<Outcome<T>> ofHead(Call<T> call, ResponseHead head) {
    if (head.headerHas("X-Authentication-Denied-Reason", "CAPTCHA")
        || head.headerHas("X-Seraph-LoginReason", "AUTHENTICATION_DENIED")) {
      return Optional.of(new Outcome.Unauthorised<>(Trouble.CAPTCHA.with(where(call)), false));
    }
    if (head.status() != 401 && head.headerHas("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")) {
      return Optional.of(anonymous(call, head, "X-Seraph-LoginReason: AUTHENTICATED_FAILED"));
    }
    if ((head.successful() || HIDING.contains(head.status()))
        && head.headerHas("X-AUSERNAME", "anonymous")) {
      return Optional.of(anonymous(call, head, "X-AUSERNAME: anonymous"));
    }
    if (head.redirecting()) {
      String target = head.header("Location").map(this::withoutQuery).orElse("nowhere");
      return Optional.of(
          new Outcome.NotJira<>(Problems.redirected(head.status(), where(call), target), false));
    }
    return Optional.empty();
  }

  /** Says what an answer outside 2xx means. */
  <T> Outcome<T> ofError(Call<T> call, ResponseHead head, String text) {
    ErrorBody body = new ErrorBody(redact.apply(text));
    String where = where(call);
    int status = head.status();
    return switch (status) {
      // The login is good: a token with scopes that lacks one is told so with a 401.
      case 401 ->
          body.mentions("scope")
              ? new Outcome.Forbidden<>(Trouble.SCOPE_MISSING.with(where))
              : new Outcome.Unauthorised<>(Problems.unauthorised(where, site), true);
      case 403 -> new Outcome.Forbidden<>(Problems.forbidden(where, body.words()));
      case 407 ->
          new Outcome.Refused<>(Trouble.PROXY_REFUSES.with(site.host().toHostString()), status);
      case 404 ->
          call.probe() || body.isHtml()
              ? new Outcome.NotJira<>(Problems.webPage(status, where, body.words(), site), false)
              : new Outcome.NotFound<>(Problems.notFound(where, body.words()));
      case 408, 425 -> unavailable(call, head, body);
      case 410 -> new Outcome.Gone<>(Problems.gone(where, body.words()));
      case 429 -> throttled(call, head);
      default ->
          status >= 500
              ? unavailable(call, head, body)
              : new Outcome.Refused<>(Problems.refused(status, where, body.words()), status);
    };
  }

  /** Says what a web page with a good status means: maintenance, or at a probe a wrong address. */
  <T> Outcome<T> ofWebPage(Call<T> call, ResponseHead head, String html) {
    String words = HtmlWords.of(redact.apply(html));
    return new Outcome.NotJira<>(
        Problems.webPage(head.status(), where(call), words, site), !call.probe());
  }

  /** Says what a body means that cannot be read as what the endpoint promises. */
  <T> Outcome<T> ofGarbled(Call<T> call, JsonProcessingException failure) {
    if (failure instanceof OversizedPageException oversized) {
      return new Outcome.Oversized<>(
          Problems.malformed(where(call), oversized.getOriginalMessage()), oversized.fitting());
    }
    String how = HtmlWords.shortened(redact.apply(failure.getOriginalMessage()), 160);
    boolean wrongKind = failure instanceof UnexpectedShapeException;
    return new Outcome.Malformed<>(Problems.malformed(where(call), how), !wrongKind);
  }

  /** Says what it means that no whole answer came. */
  <T> Outcome<T> ofFailure(Call<T> call, IOException failure) {
    String host = site.host().toHostString();
    if (failure instanceof UnknownHostException) {
      return unavailable(Trouble.UNKNOWN_HOST.with(host), true);
    }
    if (failure instanceof SSLPeerUnverifiedException || causedByCertificate(failure)) {
      return unavailable(Trouble.UNTRUSTED.with(host, describe(failure)), false);
    }
    if (failure instanceof ConnectTimeoutException) {
      return unavailable(Trouble.NO_ANSWER.with(host, "no connection in time"), true);
    }
    if (failure instanceof SocketTimeoutException) {
      return interrupted(Trouble.NO_ANSWER.with(where(call), "it fell silent or took too long"));
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return unavailable(Trouble.NOBODY_LISTENS.with(host), true);
    }
    return interrupted(Trouble.NO_ANSWER.with(where(call), describe(failure)));
  }

  /** Says what it means that the client was closed meanwhile. */
  <T> Outcome<T> ofClosed(Call<T> call) {
    return unavailable(Trouble.NO_ANSWER.with(where(call), "the client was closed"), false);
  }

  private <T> Outcome<T> anonymous(Call<T> call, ResponseHead head, String reason) {
    return new Outcome.Unauthorised<>(
        Trouble.ANONYMOUS.with(head.status(), where(call), reason), true);
  }

  private <T> Outcome<T> throttled(Call<T> call, ResponseHead head) {
    RateHeaders limits = new RateHeaders(head, clock);
    String reason = HtmlWords.shortened(redact.apply(limits.reason()), 60);
    return new Outcome.Throttled<>(
        Problems.throttled(where(call), reason), limits.told(), limits.scope());
  }

  private <T> Outcome<T> unavailable(Call<T> call, ResponseHead head, ErrorBody body) {
    return new Outcome.Unavailable<>(
        Problems.unavailable(head.status(), where(call), body.words()),
        true,
        head.status() == 500 || head.status() == 504,
        new RateHeaders(head, clock).retryAfter(),
        Optional.empty());
  }

  private static <T> Outcome<T> unavailable(Problem problem, boolean repeatable) {
    return new Outcome.Unavailable<>(
        problem, repeatable, false, Optional.empty(), Optional.empty());
  }

  /** The server began to work and did not end: nobody tells if that was too much for it. */
  private static <T> Outcome<T> interrupted(Problem problem) {
    return new Outcome.Unavailable<>(problem, true, true, Optional.empty(), Optional.empty());
  }

  private String where(Call<?> call) {
    return site.pathOf(call.path());
  }

  private String withoutQuery(String location) {
    try {
      URI target = URI.create(location);
      String origin = target.getHost() == null ? "" : target.getScheme() + "://" + target.getHost();
      String port = target.getPort() < 0 ? "" : ":" + target.getPort();
      return redact.apply(origin + port + target.getRawPath());
    } catch (IllegalArgumentException e) {
      return "an address that is none";
    }
  }

  private static boolean causedByCertificate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  private String describe(IOException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    String words = message.isBlank() ? failure.getClass().getSimpleName() : message;
    return HtmlWords.shortened(redact.apply(words), 160);
  }
}
