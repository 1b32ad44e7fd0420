package dev.sluice.simulator.api;

/** What an endpoint does with callers that Jira does not know. */
enum Access {
  /** It answers everybody the same. */
  PUBLIC,
  /** It answers 200 and shows what strangers may see: nothing. */
  BROWSING,
  /** It insists on a login: 401. */
  LOGIN
}
