package dev.sluice.simulator.site;

/** Things that are in every real Jira and in no example of its documentation. */
enum Oddity {
  /** Sixty comments, sixty worklogs, more than a hundred and twenty histories. */
  BUSY,
  /** A date typed by hand: year 51502. */
  FAR_FUTURE,
  /** Empty strings where others have nothing. */
  EMPTY_TEXTS,
  /** A summary with a line break, an emoji and words from right to left. */
  STRANGE_SUMMARY,
  /** A description of 300 KB. */
  HUGE_TEXT,
  /** No reporter, and a history without an author. */
  ANONYMOUS,
  /** A number of 22 digits, and a budget below zero. */
  HUGE_NUMBER,
  /** Description and comments in wiki markup, from before the editor changed. */
  WIKI_MARKUP,
  /** Rich text nested far deeper than anybody reads. */
  DEEP_TEXT
}
