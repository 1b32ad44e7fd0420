package dev.sluice.simulator.api;

import dev.sluice.simulator.fault.Faults;
import dev.sluice.simulator.search.Account;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.search.IssueSearch;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * A site with all that endpoints need to answer from it.
 *
 * @param baseUrl without a slash at its end; known once the server listens
 */
record ServedSite(
    Site site,
    Edition edition,
    Clock clock,
    Limits limits,
    Faults faults,
    IssueIndex index,
    IssueSearch search,
    FieldDirectory fields,
    Account account,
    Supplier<String> baseUrl) {
  static ServedSite of(
      Site site,
      Edition edition,
      Clock clock,
      Limits limits,
      Faults faults,
      Supplier<String> baseUrl) {
    IssueIndex index = new IssueIndex(site);
    return new ServedSite(
        site,
        edition,
        clock,
        limits,
        faults,
        index,
        new IssueSearch(site, index, clock),
        new FieldDirectory(site.fields()),
        Account.of(site),
        baseUrl);
  }

  boolean cloud() {
    return edition == Edition.CLOUD;
  }

  TreeWriter tree() {
    return new TreeWriter(edition);
  }

  IssueWriter issueWriter(Call call) {
    return new IssueWriter(this, cloud() && call.version().equals("3"), call.version());
  }

  /** The absolute address of something below the API of this version. */
  String self(Call call, String path) {
    return baseUrl.get() + "/rest/api/" + call.version() + path;
  }
}
