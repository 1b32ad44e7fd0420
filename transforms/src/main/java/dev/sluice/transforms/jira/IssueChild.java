package dev.sluice.transforms.jira;

/**
 * A history, comment or worklog of an issue.
 *
 * @param id its id, unique within its kind; empty when Jira sent none
 * @param json one UTF-8 JSON object, byte for byte as Jira sent it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a copy of every child would cost
public record IssueChild(String id, byte[] json) {

  /** Names the id only: the content belongs to people. */
  @Override
  public String toString() {
    return "child " + id;
  }
}
