package dev.sluice.simulator.api;

/** Which Jira is simulated. */
public enum Edition {
  /** Enhanced search with tokens, API v2 and v3, accountIds, rich text as ADF. */
  CLOUD,
  /** Search with offsets, API v2, user keys and names, rich text as wiki text. */
  DATA_CENTER
}
