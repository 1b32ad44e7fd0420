package dev.sluice.transforms.jira;

import java.time.Duration;
import java.time.Instant;

/** Words every problem with Jira: what happened, and what a person can do about it. */
final class Problems {
  private static final String LATER =
      "Nothing is lost: run again later. If it persists, look at Jira's status page or logs.";

  private Problems() {}

  static Problem paused() {
    return new Problem("Jira asked for a pause that is not over.", slower());
  }

  static Problem throttled(String where, String reason) {
    return new Problem(
        "Jira asks to slow down (429 at " + where + bracketed(reason) + ").", slower());
  }

  static Problem afterAttempts(Problem last, int attempts) {
    return last.withMessage(last.message() + " Tried " + attempts + " times.");
  }

  static Problem outOfPatience(Problem reason, Duration wait, Instant returnsAt) {
    return new Problem(
        reason.message()
            + " It would take another "
            + Math.max(1, wait.toSeconds())
            + " s, until "
            + returnsAt
            + ", longer than one request may wait.",
        "Nothing is lost: run again after that time, or raise budget.max-wait.");
  }

  static Problem unavailable(int status, String where, String words) {
    return new Problem("Jira cannot serve now (" + at(status, where) + quoted(words) + ".", LATER);
  }

  static Problem unreachable(String where, String how) {
    return new Problem("No answer from Jira at " + where + ": " + how + ".", LATER);
  }

  static Problem unknownHost(String host) {
    return new Problem(
        "The host " + host + " is not known.",
        "Check the spelling of jira.url, and the name service of this machine.");
  }

  static Problem refusedConnection(String host) {
    return new Problem(
        "Nothing listens at " + host + ".",
        "Check host and port of jira.url, and that Jira runs and no firewall is between.");
  }

  static Problem untrusted(String host, String how) {
    return new Problem(
        "No secure connection to " + host + ": " + how + ".",
        "Check that jira.url has the right host; a private certificate authority has to be made"
            + " known to Java.");
  }

  static Problem unauthorised(String what, boolean scopeMissing, SiteAddress site) {
    String hint =
        scopeMissing
            ? "The token lacks a scope: give it read access to Jira work, users and projects."
            : site.isAtlassianHosted()
                ? "Check user and token in jira.auth: API tokens expire after a year at most, and a"
                    + " token with scopes works only with jira.url"
                    + " https://api.atlassian.com/ex/jira/<cloudId>."
                : "Check jira.auth: the token may be expired, revoked or meant for another site; a"
                    + " personal access token needs type bearer.";
    return new Problem(what, hint);
  }

  static Problem captcha(String where) {
    return new Problem(
        "Jira has locked the login of this account behind a captcha (" + where + ").",
        "Log in once in a browser to lift it, then correct the password; a personal access token is"
            + " not subject to it.");
  }

  static Problem anonymous(int status, String where, String reason) {
    return new Problem(
        "Jira answered, but to an anonymous caller ("
            + at(status, where)
            + ": "
            + reason
            + "): it did not accept the credentials.",
        "Renew the token in jira.auth; nothing of this answer was used.");
  }

  static Problem forbidden(String where, String words) {
    return new Problem(
        "The account may not read this (" + at(403, where) + quoted(words) + ".",
        "Give the account access to Jira and Browse Projects in what is to be read, or leave it"
            + " out.");
  }

  static Problem refused(int status, String where, String words) {
    String hint =
        switch (status) {
          case 400 ->
              where.contains("/search")
                  ? "Correct jira.jql or jira.projects: a project that does not exist, or that the"
                      + " account may not see, is refused like a typing error."
                  : "The request does not suit this version of Jira; please report it.";
          case 409 -> "Jira gave up on this itself; ask for less, or leave this part out.";
          case 413 -> "Ask for smaller pages.";
          default -> "Check that jira.url leads to Jira itself and not to a proxy before it.";
        };
    return new Problem(
        "Jira refuses the request (" + at(status, where) + quoted(words) + ".", hint);
  }

  static Problem notFound(String where, String words) {
    return new Problem(
        "Nothing there (" + at(404, where) + quoted(words) + ".",
        "It does not exist, or the account may not see it.");
  }

  static Problem gone(String where, String words) {
    return new Problem(
        "Jira has removed this (" + at(410, where) + quoted(words) + ".",
        "Search on Cloud goes through the enhanced search /rest/api/3/search/jql: let the edition"
            + " be probed instead of setting it.");
  }

  static Problem malformed(String where, String how) {
    return new Problem(
        "The answer at " + where + " is not what Jira promises: " + how + ".", LATER);
  }

  static Problem tokenRefused(Problem refused) {
    return new Problem(
        refused.message() + " This came in the middle of a search, for the token of its next page.",
        "Nothing is lost: the search has to begin anew; a token holds for seven days.");
  }

  static Problem windowExceeded(String where, long startAt) {
    return new Problem(
        "Jira does not page beyond row " + startAt + " of this search (" + where + ").",
        "Read smaller ranges: one minute may hold more issues than the server shows of a query; an"
            + " administrator can raise its search limit.");
  }

  static Problem endless(String where, String how) {
    return new Problem(
        "The search at " + where + " would never end: " + how + ".",
        "Run again; if it persists, read smaller ranges and report it to the operator of Jira.");
  }

  static Problem webPage(int status, String where, String words, SiteAddress site) {
    return new Problem(
        "A web page answers instead of Jira's REST interface ("
            + at(status, where)
            + quoted(words)
            + ".",
        wrongAddress(site));
  }

  static Problem redirected(int status, String where, String target, SiteAddress site) {
    return new Problem(
        "The address redirects to " + target + " (" + at(status, where) + ").",
        target.contains("login")
            ? "A login page stands before Jira: its REST interface must be reachable directly."
            : "Write the address it leads to into jira.url. " + wrongAddress(site));
  }

  private static String wrongAddress(SiteAddress site) {
    if (site.isGateway()) {
      return "Check the cloudId in jira.url: https://api.atlassian.com/ex/jira/<cloudId>.";
    }
    return site.hasPrefix()
        ? "Check the path of jira.url: it must be Jira's own address, without /browse, /projects or"
            + " /rest."
        : "Check jira.url: Data Center is often served under a context path such as /jira, which"
            + " belongs to the address.";
  }

  private static String slower() {
    return "Nothing is lost: run again later, or lower budget.requests-per-second.";
  }

  private static String at(int status, String where) {
    return status + " at " + where;
  }

  private static String bracketed(String reason) {
    return reason.isEmpty() ? "" : ", " + reason;
  }

  private static String quoted(String words) {
    return words.isEmpty() ? ")" : "): " + stripped(words);
  }

  private static String stripped(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
