package dev.sluice.transforms.jira;

/**
 * How one edition is asked for the children of one issue.
 *
 * @param path below the site's address
 * @param endpoint what Jira counts its bursts by: the path without the id
 * @param always parameters of every page
 * @param mostAtOnce children asked for at a time; 0 where Jira gives all and has no pages
 */
record ChildRequest(
    String path, String endpoint, QueryParameters always, int mostAtOnce, ChildPageReader reader) {

  /** One that gives all at once is only asked to go on if it did not. */
  Call<ChildPage> call(long startAt, int size) {
    QueryParameters query = always;
    if (mostAtOnce > 0) {
      query = query.with("startAt", startAt).with("maxResults", size);
    } else if (startAt > 0) {
      query = query.with("startAt", startAt);
    }
    return Call.get(path, query, reader).countedAs("GET " + endpoint);
  }
}
