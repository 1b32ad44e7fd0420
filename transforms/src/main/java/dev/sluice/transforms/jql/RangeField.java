package dev.sluice.transforms.jql;

/** The time of an issue that a range is about. */
public enum RangeField {
  /** Never changes, so an issue cannot move between ranges: for first loads. */
  CREATED("created"),

  /** Moves forward with every edit, so an issue can move to a newer range: for increments. */
  UPDATED("updated");

  private final String clause;

  RangeField(String clause) {
    this.clause = clause;
  }

  /** The field's name in JQL. */
  public String clause() {
    return clause;
  }
}
