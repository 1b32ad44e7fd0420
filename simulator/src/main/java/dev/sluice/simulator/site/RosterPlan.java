package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws up the roster: when issues were created, of which type, where, below which parent. */
final class RosterPlan {
  private static final double IMPORTED_SHARE = 0.05;
  private static final int CAMPAIGN_REACH_DAYS = 150;

  private final Instant first;
  private final Instant now;
  private final ZoneId zone;
  private final Roster roster;
  private final Dice dice;
  private final List<Integer> campaigns = new ArrayList<>();
  private final List<Integer> standard = new ArrayList<>();

  private RosterPlan(long seed, int size, Instant first, Instant now, ZoneId zone) {
    this.first = first;
    this.now = now;
    this.zone = zone;
    roster = new Roster(size);
    dice = Dice.of(seed, -3);
  }

  static Roster draw(long seed, int size, Instant first, Instant now, ZoneId zone) {
    RosterPlan plan = new RosterPlan(seed, size, first, now, zone);
    plan.drawTimes();
    for (int position = 0; position < size; position++) {
      plan.drawIssue(position);
    }
    new Keys(plan.roster, plan.dice, now, zone).give(plan.standard);
    new Links(seed, now, zone).draw(plan.roster);
    plan.placeOddities();
    return plan.roster;
  }

  private void drawTimes() {
    long span = Duration.between(first, now).toMillis();
    long minute =
        Math.floorDiv(
            Rhythm.working(first.plusMillis(span * 2 / 5), zone, dice).toEpochMilli(), 60_000);
    int imports = (int) Math.round(roster.size * IMPORTED_SHARE);
    for (int position = 0; position < roster.size; position++) {
      roster.createdMillis[position] =
          position < imports ? minute * 60_000 + dice.below(60_000) : drawTime(span);
    }
    Arrays.sort(roster.createdMillis);
    for (int position = 0; position < roster.size; position++) {
      roster.imported[position] =
          imports > 0 && Math.floorDiv(roster.createdMillis[position], 60_000) == minute;
    }
  }

  private long drawTime(long span) {
    Instant wish = first.plusMillis((long) (span * Math.pow(dice.fraction(), 0.85)));
    long time = Rhythm.working(wish, zone, dice).toEpochMilli();
    return time < now.toEpochMilli() ? time : wish.toEpochMilli();
  }

  private void drawIssue(int position) {
    roster.ids[position] =
        position == 0 ? 10_000 : roster.ids[position - 1] + (dice.chance(0.03) ? 2 : 1);
    Kind kind = position == 0 ? Kind.CAMPAIGN : drawKind(position);
    int parent = kind == Kind.SUBTASK ? recent(standard) : Roster.NONE;
    if (kind == Kind.SUBTASK && parent == Roster.NONE) {
      kind = Kind.TASK;
    }
    if (kind != Kind.CAMPAIGN
        && kind != Kind.SUBTASK
        && !roster.imported[position]
        && dice.chance(0.8)) {
      parent = recentCampaign(position);
    }
    roster.kinds[position] = kind;
    roster.parents[position] = parent;
    roster.firstProjects[position] =
        kind == Kind.SUBTASK ? roster.firstProjects[parent] : drawProject(kind, position);
    if (kind == Kind.CAMPAIGN) {
      campaigns.add(position);
    } else if (kind == Kind.SUBTASK) {
      roster.subtasks.computeIfAbsent(parent, key -> new ArrayList<>()).add(position);
    } else if (!roster.imported[position]) {
      standard.add(position);
    }
  }

  private Kind drawKind(int position) {
    int roll = dice.below(100);
    if (roster.imported[position]) {
      return roll < 70 ? Kind.TASK : Kind.BUG;
    }
    return roll < 5
        ? Kind.CAMPAIGN
        : roll < 16
            ? Kind.STORY
            : roll < 28
                ? Kind.TASK
                : roll < 50
                    ? Kind.CREATIVE_TASK
                    : roll < 65
                        ? Kind.MEDIA_TASK
                        : roll < 74
                            ? Kind.APPROVAL
                            : roll < 82 ? Kind.BUG : roll < 86 ? Kind.EVENT : Kind.SUBTASK;
  }

  private Department drawProject(Kind kind, int position) {
    if (roster.imported[position]) {
      return Department.DO;
    }
    return switch (kind) {
      case CAMPAIGN -> Department.MKTG;
      case CREATIVE_TASK -> Department.CREA;
      case MEDIA_TASK -> Department.MEDIA;
      case EVENT -> Department.EVNT;
      case APPROVAL -> dice.chance(0.6) ? Department.MEDIA : Department.CREA;
      case BUG -> dice.chance(0.8) ? Department.DO : Department.CREA;
      case STORY, TASK, SUBTASK ->
          dice.pick(
              List.of(
                  Department.MKTG, Department.MKTG, Department.DO, Department.DO, Department.EVNT));
    };
  }

  private int recent(List<Integer> candidates) {
    int reach = Math.min(candidates.size(), 40);
    return reach == 0 ? Roster.NONE : candidates.get(candidates.size() - 1 - dice.below(reach));
  }

  private int recentCampaign(int position) {
    long oldest = roster.createdMillis[position] - Duration.ofDays(CAMPAIGN_REACH_DAYS).toMillis();
    int reach = Math.min(campaigns.size(), 60);
    int candidate =
        reach == 0 ? Roster.NONE : campaigns.get(campaigns.size() - 1 - dice.below(reach));
    return candidate == Roster.NONE || roster.createdMillis[candidate] < oldest
        ? Roster.NONE
        : candidate;
  }

  private void placeOddities() {
    Oddity[] all = Oddity.values();
    if (roster.size <= 4 * all.length) {
      return;
    }
    int rounds = 1 + roster.size / 10_000;
    int gap = roster.size / (rounds * all.length + 1);
    for (int turn = 0; turn < rounds * all.length; turn++) {
      roster.oddities.put((turn + 1) * gap, all[turn % all.length]);
    }
  }
}
