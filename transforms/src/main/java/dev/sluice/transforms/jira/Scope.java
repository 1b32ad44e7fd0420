package dev.sluice.transforms.jira;

/** Says what a throttling answer slows: Jira's limits are per endpoint or for everything. */
enum Scope {
  /** A burst of one endpoint: the others go on. */
  ENDPOINT,
  /** A quota: nothing may be asked until it is over. */
  EVERYTHING
}
