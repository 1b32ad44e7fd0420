package dev.sluice.simulator.search;

import dev.sluice.simulator.site.SimIssue;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/**
 * Issues found among generated ones, in the order of the list or backwards: four bytes each, so
 * that a walk through a million of them needs little memory.
 */
final class Picked extends AbstractList<SimIssue> implements RandomAccess {
  private final List<SimIssue> rest;
  private final List<SimIssue> changed;

  /** Places in the list at rest; places in the list of changed issues as their complement. */
  private final int[] places;

  private Picked(List<SimIssue> rest, List<SimIssue> changed, int[] places) {
    this.rest = rest;
    this.changed = changed;
    this.places = places;
  }

  /**
   * @param order along the list, or backwards
   */
  static Picked of(IssueIndex index, Filter filter, Comparator<SimIssue> order) {
    List<SimIssue> rest = index.candidatesAtRest(filter);
    int size = rest.size();
    boolean backwards = size > 1 && order.compare(rest.get(0), rest.get(1)) > 0;
    int[] places = new int[size];
    int count = 0;
    for (int step = 0; step < size; step++) {
      int place = backwards ? size - 1 - step : step;
      SimIssue issue = rest.get(place);
      if (index.isAtRest(issue) && filter.matches(issue)) {
        places[count++] = place;
      }
    }
    List<SimIssue> changed = index.changed().filter(filter::matches).sorted(order).toList();
    Picked unchanged = new Picked(rest, changed, Arrays.copyOf(places, count));
    return changed.isEmpty() ? unchanged : new Picked(rest, changed, unchanged.merged(order));
  }

  private int[] merged(Comparator<SimIssue> order) {
    int[] all = new int[places.length + changed.size()];
    int from = 0;
    int filled = 0;
    for (int number = 0; number < changed.size(); number++) {
      int to = firstAfter(changed.get(number), from, order);
      System.arraycopy(places, from, all, filled, to - from);
      filled += to - from;
      all[filled++] = ~number;
      from = to;
    }
    System.arraycopy(places, from, all, filled, places.length - from);
    return all;
  }

  private int firstAfter(SimIssue issue, int from, Comparator<SimIssue> order) {
    int low = from;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(get(middle), issue) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public SimIssue get(int number) {
    int place = places[number];
    return place >= 0 ? rest.get(place) : changed.get(~place);
  }

  @Override
  public int size() {
    return places.length;
  }
}
