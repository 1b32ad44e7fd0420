package dev.sluice.transforms.jira;

/** Names the two kinds of Jira: they search, count and page differently. */
public enum Edition {
  /** Hosted by Atlassian: version 3 of the interface, pages by token. */
  CLOUD,
  /** Run by the customer (also Server): version 2 of the interface, pages by offset. */
  DATA_CENTER
}
