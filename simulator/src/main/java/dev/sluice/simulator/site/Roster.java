package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which issues there are and how they hang together: all that must be known of other issues to tell
 * the life of one. Held in plain arrays by position, in the order of creation.
 */
final class Roster {
  /** No parent. */
  static final int NONE = -1;

  final int size;
  final long[] ids;
  final long[] createdMillis;
  final Kind[] kinds;
  final Department[] firstProjects;
  final int[] parents;
  final String[] firstKeys;
  final boolean[] imported;
  final Map<Integer, List<Move>> moves = new HashMap<>();
  final Map<Integer, List<Integer>> subtasks = new HashMap<>();
  final Map<Integer, List<Link>> links = new HashMap<>();
  final Map<Integer, Oddity> oddities = new HashMap<>();

  Roster(int size) {
    this.size = size;
    ids = new long[size];
    createdMillis = new long[size];
    kinds = new Kind[size];
    firstProjects = new Department[size];
    parents = new int[size];
    firstKeys = new String[size];
    imported = new boolean[size];
  }

  Instant created(int position) {
    return Instant.ofEpochMilli(createdMillis[position]);
  }

  List<Move> moves(int position) {
    return moves.getOrDefault(position, List.of());
  }

  List<Link> links(int position) {
    return links.getOrDefault(position, List.of());
  }

  List<Integer> subtasks(int position) {
    return subtasks.getOrDefault(position, List.of());
  }

  boolean is(int position, Oddity oddity) {
    return oddities.get(position) == oddity;
  }

  /** The key it has now. */
  String key(int position) {
    List<Move> all = moves(position);
    return all.isEmpty() ? firstKeys[position] : all.get(all.size() - 1).newKey();
  }

  /** The key it had at that moment. */
  String keyAt(int position, Instant moment) {
    String key = firstKeys[position];
    for (Move move : moves(position)) {
      if (!moment.isBefore(move.at())) {
        key = move.newKey();
      }
    }
    return key;
  }
}
