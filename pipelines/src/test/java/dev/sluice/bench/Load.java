package dev.sluice.bench;

import java.net.URI;
import java.util.List;

/**
 * Which Jira is loaded, and how hard.
 *
 * @param jira where it is
 * @param tables names of the tables that are written; all when there are none
 */
record Load(
    URI jira,
    List<String> tables,
    int requestsPerSecond,
    int concurrency,
    int pageSize,
    String javaOptions) {

  /** The highest rate a configuration may name: the budget is then no limit on loopback. */
  private static final int UNLIMITED = 1_000;

  private static final int USUAL_CONCURRENCY = 8;
  private static final int USUAL_PAGE = 100;

  /** As a user would without a budget. */
  static Load of(URI jira) {
    return new Load(jira, List.of(), UNLIMITED, USUAL_CONCURRENCY, USUAL_PAGE, "");
  }

  Load tables(List<String> names) {
    return new Load(jira, names, requestsPerSecond, concurrency, pageSize, javaOptions);
  }

  Load budget(int rate, int threads) {
    return new Load(jira, tables, rate, threads, pageSize, javaOptions);
  }

  Load concurrency(int threads) {
    return new Load(jira, tables, requestsPerSecond, threads, pageSize, javaOptions);
  }

  Load pageSize(int issues) {
    return new Load(jira, tables, requestsPerSecond, concurrency, issues, javaOptions);
  }

  Load javaOptions(String options) {
    return new Load(jira, tables, requestsPerSecond, concurrency, pageSize, options);
  }

  String configuration() {
    return """
        jira:
          url: %s
          auth: {type: basic, user: bench@example.org, token: file:token}
          site: bench
          budget: {requests-per-second: %d, concurrency: %d}
          page-size: %d
        tables: {include: [%s]}
        output: {type: avro, path: warehouse}
        """
        .formatted(
            jira,
            requestsPerSecond,
            concurrency,
            pageSize,
            tables.isEmpty() ? "all" : String.join(", ", tables));
  }
}
