package dev.sluice.transforms.jira;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every trouble with Jira that is told in words of its own: what happened and what a person can do
 * about it. Messages and the documentation are both made of these.
 */
public enum Trouble {
  // The configuration.
  NO_ADDRESS(
      JiraException.Misconfigured.class,
      "The address of Jira is not an http or https URL with a host.",
      "Write jira.url like https://acme.atlassian.net or https://jira.acme.com/jira."),
  ADDRESS_WITH_MORE(
      JiraException.Misconfigured.class,
      "The address of Jira carries credentials, a query or a fragment.",
      "Write only scheme, host and path in jira.url; log in through jira.auth."),
  CLEAR_TEXT(
      JiraException.Misconfigured.class,
      "The address {host} is not encrypted: the login would be sent in clear text.",
      "Write https:// instead, or accept it with jira.allow-insecure: true (--allow-insecure)."),
  NO_BUDGET(
      JiraException.Misconfigured.class,
      "The budget allows no request: {what}.",
      "Set budget.requests-per-second above 0 and budget.concurrency to 1 or more."),
  NO_SHARED_STORE(
      JiraException.Misconfigured.class,
      "The address in budget.shared is no Redis, or carries a password.",
      "Write redis://host:6379/0 (rediss:// when encrypted), and the password as a reference in"
          + " budget.shared-password."),
  SHARED_STORE_SILENT(
      JiraException.Unavailable.class,
      "The store of the shared budget does not answer, and without it nothing may be sent.",
      "Bring the Redis of budget.shared back, then run again; nothing is lost."),
  SHARED_STORE_REFUSES(
      JiraException.Unauthorised.class,
      "The Redis of the shared budget does not let this caller in.",
      "Check budget.shared-password: it must refer to the password of that Redis, whose default user"
          + " needs EVAL, GET, SET and TIME."),
  NO_USER(
      JiraException.Misconfigured.class,
      "The user of the basic login is empty or contains a colon.",
      "Give the e-mail address (Cloud) or the user name (Data Center)."),
  SECRET_WRITTEN_OUT(
      JiraException.Misconfigured.class,
      "A secret is written out where a reference is expected.",
      "Put the secret into an environment variable, a file or Google's Secret Manager and write"
          + " env:NAME, file:/path or gcp-secret://projects/p/secrets/s/versions/latest instead."),
  NO_PROXY(
      JiraException.Misconfigured.class,
      "The proxy that {variable} or ALL_PROXY names is no HTTP proxy.",
      "Write http://host:port, or except the host in NO_PROXY."),
  NO_AUTHORITIES(
      JiraException.Misconfigured.class,
      "The file of authorities {file} {how}.",
      "Let jira.tls.ca-file name a file with certificates in PEM form, readable for the process that"
          + " runs the load."),
  // Secrets and logins.
  SECRET_UNUSABLE(
      JiraException.Unauthorised.class,
      "The secret {reference} {how}.",
      "Set the environment variable, or make the file or secret readable, for the process that runs"
          + " the load (on a cluster: on its workers)."),
  SECRET_MISSING(
      JiraException.Unauthorised.class,
      "The secret {reference} does not exist in Secret Manager (404).",
      "Check project, name and version; a version may be disabled or destroyed."),
  SECRET_FORBIDDEN(
      JiraException.Unauthorised.class,
      "The secret {reference} cannot be read ({status} from Secret Manager).",
      "Give the account that runs the load the role Secret Manager Secret Accessor."),
  SECRETS_SILENT(
      JiraException.Unavailable.class,
      "The secret {reference} cannot be read now: Secret Manager did not answer ({how}).",
      "Run again later; check that secretmanager.googleapis.com can be reached."),
  CLIENT_REFUSED(
      JiraException.Unauthorised.class,
      "The client id and secret are not accepted ({status} at {place}{reason}).",
      "Check client-id and client-secret in jira.auth; make a new secret if it has expired or was"
          + " revoked."),
  TOKENS_SILENT(
      JiraException.Unavailable.class,
      "No access token: {place} did not answer ({how}).",
      "Nothing is lost: run again later, and check that this address can be reached."),
  NO_TOKENS(
      JiraException.NotJira.class,
      "No access token: what answers at {place} issues none ({status}).",
      "Check jira.url and jira.auth.token-url: service accounts exist on Cloud, and on those Data"
          + " Centers that have OAuth 2 client credentials; elsewhere use a personal access token."),
  SCOPE_MISSING(
      JiraException.Forbidden.class,
      "The token may not read this (401 at {place}): it lacks a scope.",
      "Give the token read access to Jira work, users and projects, and for boards and sprints to"
          + " Jira Software."),
  REFUSED_ON_SITE(
      JiraException.Unauthorised.class,
      "Jira does not accept the credentials (401 at {place}).",
      "Check user and token in jira.auth: API tokens expire after a year at most, and a token with"
          + " scopes, or of a service account, works only with jira.url"
          + " https://api.atlassian.com/ex/jira/<cloudId>."),
  REFUSED_ON_GATEWAY(
      JiraException.Unauthorised.class,
      "Atlassian's gateway does not accept the credentials (401 at {place}).",
      "Check user, token and the cloudId in jira.url: the token may be expired or without scopes;"
          + " one without scopes works only with jira.url https://<site>.atlassian.net."),
  REFUSED_ON_DATA_CENTER(
      JiraException.Unauthorised.class,
      "Jira does not accept these credentials (401 at {place}).",
      "Check jira.auth: the token may be expired, revoked or meant for another site; a personal"
          + " access token needs type bearer."),
  CAPTCHA(
      JiraException.Unauthorised.class,
      "Jira has locked the login of this account behind a captcha ({place}).",
      "Log in once in a browser to lift it, then correct the password; a personal access token is"
          + " not subject to it."),
  ANONYMOUS(
      JiraException.Unauthorised.class,
      "Jira answered, but to an anonymous caller ({status} at {place}: {sign}): it did not accept"
          + " the credentials.",
      "Renew the token in jira.auth; nothing of this answer was used."),
  NO_PRODUCT_ACCESS(
      JiraException.Forbidden.class,
      "The account may not use Jira (403 at {place}){words}.",
      "The credentials are right: let an administrator give the account access to the product"
          + " (Data Center: a group with application access)."),
  FORBIDDEN(
      JiraException.Forbidden.class,
      "The account may not read this (403 at {place}){words}.",
      "Give the account Browse Projects in what is to be read, or the global permission that this"
          + " list needs, or leave it out."),
  // The way to Jira.
  UNKNOWN_HOST(
      JiraException.Unavailable.class,
      "The host {host} is not known.",
      "Check the spelling of jira.url, and the name service of this machine."),
  NOBODY_LISTENS(
      JiraException.Unavailable.class,
      "Nothing listens at {host}.",
      "Check host and port of jira.url, and that Jira runs and no firewall is between."),
  UNTRUSTED(
      JiraException.Unavailable.class,
      "No secure connection to {host}: {how}.",
      "Check that jira.url has the right host; name the certificates of a private authority in"
          + " jira.tls.ca-file."),
  PROXY_REFUSES(
      JiraException.Refused.class,
      "The proxy before {host} wants a login (407).",
      "Put it into the variable that names the proxy: http://user:password@proxy:port."),
  NO_ANSWER(
      JiraException.Unavailable.class,
      "No answer from Jira at {place}: {how}.",
      "Nothing is lost: run again later. If it persists, look at Jira's status page or logs."),
  OUT_OF_SERVICE(
      JiraException.Unavailable.class,
      "Jira cannot serve now ({status} at {place}){words}.",
      "Nothing is lost: run again later. If it persists, look at Jira's status page or logs."),
  THROTTLED(
      JiraException.Unavailable.class,
      "Jira asks to slow down (429 at {place}{reason}).",
      "Nothing is lost: run again later, or lower budget.requests-per-second."),
  PAUSED(
      JiraException.Unavailable.class,
      "Jira asked for a pause that is not over.",
      "Nothing is lost: run again later, or lower budget.requests-per-second."),
  TOO_LONG_A_WAIT(
      JiraException.Unavailable.class,
      "{reason} It would take another {seconds} s, until {moment}, longer than one request may wait.",
      "Nothing is lost: run again after that time, or raise budget.max-wait."),
  INTERRUPTED(
      JiraException.Interrupted.class,
      "The wait for Jira was interrupted.",
      "Start again; finished work is not repeated."),
  // What Jira answers.
  QUERY_REFUSED(
      JiraException.Refused.class,
      "Jira refuses the query (400 at {place}){words}.",
      "Correct jira.jql or jira.projects: a project that does not exist, or that the account may not"
          + " see, is refused like a typing error."),
  REQUEST_REFUSED(
      JiraException.Refused.class,
      "Jira refuses the request ({status} at {place}){words}.",
      "The request does not suit this version of Jira; please report it."),
  GAVE_UP(
      JiraException.Refused.class,
      "Jira gave up on the request (409 at {place}){words}.",
      "Jira could not do so much at once; leave this part out."),
  TOO_LARGE(
      JiraException.Refused.class,
      "The answer would be too large (413 at {place}){words}.",
      "Pages were made smaller down to single objects already; raise the limit of the proxy before"
          + " Jira."),
  NOT_ALLOWED_HERE(
      JiraException.Refused.class,
      "The request is not allowed ({status} at {place}){words}.",
      "Check that jira.url leads to Jira itself and not to a proxy before it."),
  NOT_FOUND(
      JiraException.NotFound.class,
      "Nothing there (404 at {place}){words}.",
      "It does not exist, or the account may not see it."),
  GONE(
      JiraException.Gone.class,
      "Jira has removed this (410 at {place}){words}.",
      "Search on Cloud goes through the enhanced search /rest/api/3/search/jql: let the edition be"
          + " probed instead of setting it."),
  MALFORMED(
      JiraException.Malformed.class,
      "The answer at {place} is not what Jira promises: {how}.",
      "Nothing is lost: run again later. If it persists, look at Jira's status page or logs."),
  ENDLESS(
      JiraException.Malformed.class,
      "The search at {place} would never end: {how}.",
      "Run again; if it persists, read smaller ranges and report it to the operator of Jira."),
  WINDOW_EXCEEDED(
      JiraException.WindowExceeded.class,
      "Jira does not page beyond row {row} of this search ({place}).",
      "Read smaller ranges: one minute may hold more issues than the server shows of a query; an"
          + " administrator can raise its search limit."),
  TOKEN_REFUSED(
      JiraException.TokenRefused.class,
      "{reason} This came in the middle of a search, for the token of its next page.",
      "Nothing is lost: the search has to begin anew; a token holds for seven days."),
  WEB_PAGE(
      JiraException.NotJira.class,
      "A web page answers instead of Jira's REST interface ({status} at {place}){words}.",
      "Check jira.url: Data Center is often served under a context path such as /jira, which belongs"
          + " to the address. A page about maintenance goes away by itself."),
  WEB_PAGE_BELOW_PATH(
      JiraException.NotJira.class,
      "A web page answers below the path of jira.url ({status} at {place}){words}.",
      "Check the path of jira.url: it must be Jira's own address, without /browse, /projects or"
          + " /rest."),
  WEB_PAGE_OF_GATEWAY(
      JiraException.NotJira.class,
      "Atlassian's gateway answers with a web page ({status} at {place}){words}.",
      "Check the cloudId in jira.url: https://api.atlassian.com/ex/jira/<cloudId>."),
  REDIRECTED(
      JiraException.NotJira.class,
      "The address redirects to {target} ({status} at {place}).",
      "Write the address it leads to into jira.url; redirects are not followed, so that the login"
          + " goes nowhere else."),
  LOGIN_PAGE(
      JiraException.NotJira.class,
      "The address redirects to the login page {target} ({status} at {place}).",
      "A login page stands before Jira: its REST interface must be reachable directly.");

  private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

  private final Class<? extends JiraException> kind;
  private final String message;
  private final String hint;

  Trouble(Class<? extends JiraException> kind, String message, String hint) {
    this.kind = kind;
    this.message = message;
    this.hint = hint;
  }

  /** Returns the class of the failure, as summaries name it. */
  public String kind() {
    return kind.getSimpleName();
  }

  /** Returns what is told, with {@code {words}} where the particulars go. */
  public String message() {
    return message;
  }

  /** Returns what to do about it. */
  public String hint() {
    return hint;
  }

  /** Returns the problem with its particulars, in the order of the message. */
  Problem with(Object... particulars) {
    Matcher place = PLACE.matcher(message);
    StringBuilder told = new StringBuilder();
    for (Object particular : particulars) {
      if (!place.find()) {
        throw new IllegalArgumentException(name() + " has fewer particulars");
      }
      place.appendReplacement(told, Matcher.quoteReplacement(particular.toString()));
    }
    place.appendTail(told);
    return new Problem(told.toString(), hint);
  }
}
