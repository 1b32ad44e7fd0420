package dev.sluice.transforms.jira;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Picks the trouble that an answer, or the lack of one, stands for, and fills it in. */
final class Problems {

  private Problems() {}

  static Problem throttled(String where, String reason) {
    return Trouble.THROTTLED.with(where, bracketed(reason));
  }

  static Problem afterAttempts(Problem last, int attempts) {
    return last.withMessage(last.message() + " Tried " + attempts + " times.");
  }

  static Problem outOfPatience(Problem reason, Duration wait, Instant returnsAt) {
    return Trouble.TOO_LONG_A_WAIT.with(reason.message(), Math.max(1, wait.toSeconds()), returnsAt);
  }

  static Problem unavailable(int status, String where, String words) {
    return Trouble.OUT_OF_SERVICE.with(status, where, quoted(words));
  }

  static Problem unauthorised(String where, SiteAddress site) {
    Trouble cause =
        site.isAtlassianHosted()
            ? Trouble.REFUSED_ON_SITE
            : site.isGateway() ? Trouble.REFUSED_ON_GATEWAY : Trouble.REFUSED_ON_DATA_CENTER;
    return cause.with(where);
  }

  static Problem forbidden(String where, String words) {
    boolean noProduct = where.endsWith("/myself") || words.contains("permitted to use Jira");
    Trouble cause = noProduct ? Trouble.NO_PRODUCT_ACCESS : Trouble.FORBIDDEN;
    return cause.with(where, quoted(words));
  }

  static Problem clientRefused(URI endpoint, int status, String reason) {
    return Trouble.CLIENT_REFUSED.with(
        status, endpoint.getHost() + endpoint.getPath(), bracketed(reason));
  }

  static Problem tokensSilent(URI endpoint, String how) {
    return Trouble.TOKENS_SILENT.with(endpoint.getHost() + endpoint.getPath(), how);
  }

  static Problem noTokens(URI endpoint, int status) {
    return Trouble.NO_TOKENS.with(endpoint.getHost() + endpoint.getPath(), status);
  }

  static Problem refused(int status, String where, String words) {
    return switch (status) {
      case 400 ->
          where.contains("/search")
              ? Trouble.QUERY_REFUSED.with(where, quoted(words))
              : Trouble.REQUEST_REFUSED.with(status, where, quoted(words));
      case 409 -> Trouble.GAVE_UP.with(where, quoted(words));
      case 413 -> Trouble.TOO_LARGE.with(where, quoted(words));
      default -> Trouble.NOT_ALLOWED_HERE.with(status, where, quoted(words));
    };
  }

  static Problem notFound(String where, String words) {
    return Trouble.NOT_FOUND.with(where, quoted(words));
  }

  static Problem gone(String where, String words) {
    return Trouble.GONE.with(where, quoted(words));
  }

  static Problem malformed(String where, String how) {
    return Trouble.MALFORMED.with(where, how);
  }

  static Problem windowExceeded(String where, long startAt) {
    return Trouble.WINDOW_EXCEEDED.with(startAt, where);
  }

  static Problem endless(String where, String how) {
    return Trouble.ENDLESS.with(where, how);
  }

  static Problem webPage(int status, String where, String words, SiteAddress site) {
    Trouble cause =
        site.isGateway()
            ? Trouble.WEB_PAGE_OF_GATEWAY
            : site.hasPrefix() ? Trouble.WEB_PAGE_BELOW_PATH : Trouble.WEB_PAGE;
    return cause.with(status, where, quoted(words));
  }

  static Problem redirected(int status, String where, String target) {
    Trouble cause = target.contains("login") ? Trouble.LOGIN_PAGE : Trouble.REDIRECTED;
    return cause.with(target, status, where);
  }

  private static String bracketed(String reason) {
    return reason.isEmpty() ? "" : ", " + reason;
  }

  private static String quoted(String words) {
    String stripped = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return stripped.isEmpty() ? "" : ": " + stripped;
  }
}
