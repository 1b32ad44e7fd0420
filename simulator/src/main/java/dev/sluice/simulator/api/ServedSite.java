package dev.sluice.simulator.api;

import dev.sluice.simulator.fault.Faults;
import dev.sluice.simulator.live.Definitions;
import dev.sluice.simulator.live.LiveSite;
import dev.sluice.simulator.search.Account;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.search.IssueSearch;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * A site with all that endpoints need to answer from it.
 *
 * @param live what differs by now from the site at rest
 * @param baseUrl without a slash at its end; known once the server listens
 */
record ServedSite(
    Site site,
    Edition edition,
    Clock clock,
    Limits limits,
    Faults faults,
    IssueIndex atRest,
    IssueSearch search,
    FieldDirectories directories,
    Account account,
    LiveSite live,
    Supplier<String> baseUrl) {
  static ServedSite of(
      Site site,
      Edition edition,
      Clock clock,
      Limits limits,
      Faults faults,
      LiveSite live,
      Supplier<String> baseUrl) {
    return new ServedSite(
        site,
        edition,
        clock,
        limits,
        faults,
        IssueIndex.of(site),
        new IssueSearch(site, clock),
        new FieldDirectories(),
        Account.of(site),
        live,
        baseUrl);
  }

  /** The issues as they are now; a request takes one moment and keeps to it. */
  IssueIndex now() {
    return atRest.at(live.changes());
  }

  /** The issues as the search knows them at that moment. */
  IssueIndex searched(IssueIndex now) {
    return atRest.at(live.indexed(now.changes()));
  }

  /** What administrators have defined by now. */
  Definitions definitions() {
    return live.administration().definitions();
  }

  /** The fields there are now. */
  FieldDirectory fields() {
    return directories.of(definitions());
  }

  boolean cloud() {
    return edition == Edition.CLOUD;
  }

  TreeWriter tree() {
    return new TreeWriter(edition);
  }

  IssueWriter issueWriter(Call call) {
    return new IssueWriter(
        this, call.index(), cloud() && call.version().equals("3"), call.version());
  }

  /** The absolute address of something below the API of this version. */
  String self(Call call, String path) {
    return baseUrl.get() + "/rest/api/" + call.version() + path;
  }
}
