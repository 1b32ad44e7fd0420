package dev.sluice.simulator.site;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A marketing department that never was: three years of campaigns and the work for them. */
public final class MarketingSite {
  private static final ZoneId SITE_ZONE = ZoneId.of("America/Los_Angeles");
  private static final ZoneId ACCOUNT_ZONE = ZoneId.of("Europe/Berlin");
  private static final int YEARS = 3;

  private MarketingSite() {}

  /**
   * Makes a site of that many issues, created within the three years before {@code now}; nothing in
   * it happens later. The same arguments give the same site, to the letter. The JSON of an issue is
   * made when it is asked for, so that the site needs a few hundred bytes an issue.
   *
   * @throws IllegalArgumentException when {@code issues} is negative
   */
  public static Site seeded(long seed, int issues, Instant now) {
    if (issues < 0) {
      throw new IllegalArgumentException("A site cannot have " + issues + " issues");
    }
    Instant until = now.truncatedTo(ChronoUnit.MILLIS);
    Instant first = until.atZone(ZoneOffset.UTC).minus(Period.ofYears(YEARS)).toInstant();
    Stage stage = Stage.set(seed, issues, until, SITE_ZONE, first);
    Ledger ledger = new Ledger(issues);
    Directory directory = new Directory(stage);
    return new Site(
        "Acme Marketing",
        SITE_ZONE,
        ACCOUNT_ZONE,
        issues(stage, ledger),
        directory.fields(),
        directory.projects(),
        stage.people().everybody().stream().map(Person::directoryJson).toList(),
        Arrays.stream(Status.values()).map(Status::catalogueJson).toList(),
        Arrays.stream(Kind.values()).map(Kind::catalogueJson).toList(),
        Arrays.stream(Priority.values()).map(Priority::catalogueJson).toList(),
        Arrays.stream(Resolution.values()).map(Resolution::json).toList(),
        directory.boards(),
        directory.sprints(),
        formerKeys(stage.roster()));
  }

  private static List<SimIssue> issues(Stage stage, Ledger ledger) {
    Roster roster = stage.roster();
    SimIssue[] issues = new SimIssue[roster.size];
    for (int index = 0; index < roster.size; index++) {
      int position = index;
      Draft draft = Life.of(stage, position);
      Traits traits = ledger.enter(roster.kinds[position], position, draft);
      issues[position] =
          new SimIssue(
              roster.ids[position],
              roster.key(position),
              roster.created(position),
              draft.updated(),
              traits,
              () -> IssueDocument.write(stage, ledger, position));
    }
    return Arrays.asList(issues);
  }

  private static Map<String, Long> formerKeys(Roster roster) {
    Map<String, Long> keys = new HashMap<>();
    roster.moves.forEach(
        (position, moves) -> moves.forEach(move -> keys.put(move.oldKey(), roster.ids[position])));
    return keys;
  }
}
