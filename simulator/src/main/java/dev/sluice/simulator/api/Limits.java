package dev.sluice.simulator.api;

/**
 * Where Jira cuts off.
 *
 * @param narrowPage issues a page of Cloud holds when at most two fields are asked for
 * @param mediumPage issues a page of Cloud holds when up to twenty fields are asked for
 * @param broadPage issues a page of Cloud holds with more fields, {@code *all} or changelogs
 * @param offsetPage what Data Center lowers {@code maxResults} to
 * @param resultWindow how far the offsets of Data Center reach; 0 for no end, as before 11.0
 * @param histories embedded in an issue of a search
 * @param comments embedded in an issue of a search
 * @param worklogs embedded in an issue, also when it is fetched alone
 */
public record Limits(
    int narrowPage,
    int mediumPage,
    int broadPage,
    int offsetPage,
    int resultWindow,
    int histories,
    int comments,
    int worklogs) {
  /** The limits of real servers. */
  public static Limits of(Edition edition) {
    return switch (edition) {
      case CLOUD -> new Limits(5000, 1000, 100, 1000, 0, 40, 20, 20);
      case DATA_CENTER ->
          new Limits(5000, 1000, 100, 1000, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 20);
    };
  }

  public Limits withPages(int narrow, int medium, int broad) {
    return new Limits(
        narrow, medium, broad, offsetPage, resultWindow, histories, comments, worklogs);
  }

  public Limits withOffsetPage(int issues) {
    return new Limits(
        narrowPage, mediumPage, broadPage, issues, resultWindow, histories, comments, worklogs);
  }

  public Limits withResultWindow(int issues) {
    return new Limits(
        narrowPage, mediumPage, broadPage, offsetPage, issues, histories, comments, worklogs);
  }

  public Limits withEmbedded(int mostHistories, int mostComments, int mostWorklogs) {
    return new Limits(
        narrowPage,
        mediumPage,
        broadPage,
        offsetPage,
        resultWindow,
        mostHistories,
        mostComments,
        mostWorklogs);
  }
}
