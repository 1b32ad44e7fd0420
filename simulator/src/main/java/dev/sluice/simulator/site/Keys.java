package dev.sluice.simulator.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Numbers the issues of each project in the order in which they came to it. */
final class Keys {
  private final Roster roster;
  private final Dice dice;
  private final Instant now;
  private final ZoneId zone;

  Keys(Roster roster, Dice dice, Instant now, ZoneId zone) {
    this.roster = roster;
    this.dice = dice;
    this.now = now;
    this.zone = zone;
  }

  private List<Integer> drawMovers(List<Integer> standard) {
    List<Integer> movers = new ArrayList<>();
    for (int position : standard) {
      if (roster.firstProjects[position] != Department.EVNT
          && roster.subtasks(position).isEmpty()
          && dice.chance(0.025)) {
        movers.add(position);
      }
    }
    return movers;
  }

  private record Transfer(Instant at, int position, Department to) {}

  /** Gives every issue its key; some of the given ones are moved and get another. */
  void give(List<Integer> standard) {
    List<Transfer> transfers = drawTransfers(drawMovers(standard));
    Map<Department, Integer> numbers = new EnumMap<>(Department.class);
    int done = 0;
    for (int position = 0; position < roster.size; position++) {
      while (done < transfers.size() && !transfers.get(done).at.isAfter(roster.created(position))) {
        move(transfers.get(done++), numbers);
      }
      roster.firstKeys[position] = nextKey(roster.firstProjects[position], numbers);
    }
    while (done < transfers.size()) {
      move(transfers.get(done++), numbers);
    }
  }

  private List<Transfer> drawTransfers(List<Integer> movers) {
    List<Transfer> transfers = new ArrayList<>();
    for (int position : movers) {
      Instant at = roster.created(position);
      Department from = roster.firstProjects[position];
      for (int times = dice.chance(0.1) ? 2 : 1; times > 0; times--) {
        Department to =
            from == Department.DO
                ? Department.MKTG
                : from == Department.CREA ? Department.MEDIA : Department.DO;
        at = Rhythm.later(at, dice.waiting(300), zone, dice);
        if (at.isBefore(now)) {
          transfers.add(new Transfer(at, position, to));
          from = to;
        }
      }
    }
    transfers.sort(Comparator.comparing(Transfer::at).thenComparing(Transfer::position));
    return transfers;
  }

  private void move(Transfer transfer, Map<Department, Integer> numbers) {
    List<Move> moves = roster.moves.computeIfAbsent(transfer.position, key -> new ArrayList<>());
    Department from =
        moves.isEmpty()
            ? roster.firstProjects[transfer.position]
            : moves.get(moves.size() - 1).to();
    String oldKey = roster.key(transfer.position);
    moves.add(new Move(transfer.at, from, oldKey, transfer.to, nextKey(transfer.to, numbers)));
  }

  private String nextKey(Department project, Map<Department, Integer> numbers) {
    int number = numbers.merge(project, dice.chance(0.02) ? 2 : 1, Integer::sum);
    return project.name() + "-" + number;
  }
}
