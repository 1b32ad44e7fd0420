package dev.sluice.schemas.layout;

/**
 * What a run tells the scheduler that started it. The numbers are contract; those of sysexits.h
 * where one fits.
 */
public enum ExitCode {
  OK(0, "done, also when there was no new data", false),
  BUG(1, "a bug in Sluice", true),
  USAGE(2, "wrong usage of the command line", false),
  DATA_GATE(
      65,
      "data gate failed: dead letters over the limit, a shard that does not match Jira's count, or a"
          + " change of fields that the configuration forbids",
      false),
  UNAVAILABLE(69, "Jira or the output is unavailable, after retries", true),
  LOCKED(75, "another run of this pipeline holds the lock", true),
  DENIED(77, "credentials or permission refused", false),
  CONFIG(78, "configuration, including JQL that Jira refuses", false),
  NO_NEW_DATA(99, "no new data, only with --skip-exit-code", false),
  INTERRUPTED(130, "stopped by Ctrl-C", false),
  TERMINATED(143, "stopped by SIGTERM", false);

  private final int code;
  private final String meaning;
  private final boolean retryable;

  ExitCode(int code, String meaning, boolean retryable) {
    this.code = code;
    this.meaning = meaning;
    this.retryable = retryable;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }

  /** Whether the same run, started again, may succeed without anybody doing something. */
  public boolean retryable() {
    return retryable;
  }
}
