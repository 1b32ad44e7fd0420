package dev.sluice.schemas.issue;

/**
 * An issue that cannot become a row: it has no id, key, created or updated, or not a usable one.
 * The message names the reason and never quotes the issue.
 */
public final class UnusableIssueException extends RuntimeException {

  UnusableIssueException(String message) {
    super(message);
  }
}
