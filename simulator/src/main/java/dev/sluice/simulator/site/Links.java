package dev.sluice.simulator.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;

/** Links issues that were worked on at about the same time, and blockers with their campaigns. */
final class Links {
  private final Dice dice;
  private final Instant now;
  private final ZoneId zone;

  Links(long seed, Instant now, ZoneId zone) {
    dice = Dice.of(seed, -4);
    this.now = now;
    this.zone = zone;
  }

  void draw(Roster roster) {
    for (int position = 1; position < roster.size; position++) {
      int parent = roster.parents[position];
      if (parent != Roster.NONE && roster.kinds[parent] == Kind.CAMPAIGN && dice.chance(0.08)) {
        add(roster, Link.Type.BLOCKS, position, parent);
      }
      if (!roster.imported[position] && dice.chance(0.12)) {
        int other = position - 1 - dice.below(Math.min(position, 50));
        Link.Type type =
            dice.chance(0.35)
                ? Link.Type.BLOCKS
                : dice.chance(0.9) ? Link.Type.RELATES : Link.Type.CLONERS;
        if (other != parent) {
          add(roster, type, position, other);
        }
      }
    }
  }

  private void add(Roster roster, Link.Type type, int from, int to) {
    Instant later = roster.created(Math.max(from, to));
    Instant at = Rhythm.later(later, dice.waiting(60), zone, dice);
    if (at.isBefore(now)) {
      Link link =
          new Link(20_000L + from * 2L + (to == roster.parents[from] ? 1 : 0), type, from, to, at);
      roster.links.computeIfAbsent(from, key -> new ArrayList<>()).add(link);
      roster.links.computeIfAbsent(to, key -> new ArrayList<>()).add(link);
    }
  }
}
