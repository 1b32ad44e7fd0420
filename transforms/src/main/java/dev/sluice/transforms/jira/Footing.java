package dev.sluice.transforms.jira;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a walk over offsets on its feet while rows leave, enter or change places under it. Every
 * page begins with the last row of the one before. Does it not, the walk steps back, eight times as
 * far each time, until a page begins with a row that it knows and that has not moved: all rows
 * before that one are known, so none that stayed where it was is skipped. While the ground moves
 * the pages overlap by more rows, and by one again when it is firm. For one thread.
 */
final class Footing {
  private static final int STRIDE = 8;

  /** Ground that moves at every step is left to counting; the walk has to end. */
  private static final int MOST_STEPS_BACK = 100;

  private final Map<String, Long> positions = new HashMap<>();
  private List<byte[]> lastRows = List.of();
  private long lastStart;
  private long end;
  private int overlap;
  private long total;
  private long back;
  private int stepsBack;

  /** Where to ask next for this many rows. An issue that comes alone has nothing to overlap. */
  long startAt(int rows) {
    if (back > 0) {
      return Math.max(0, Math.min(end, total) - back);
    }
    return end - Math.min(overlap, rows - 1);
  }

  /** The position after the last row of the last page that joined. */
  long end() {
    return end;
  }

  /** How many rows there were at the last answer; 0 before the first. */
  long total() {
    return total;
  }

  /**
   * Tries to join a page to those before it.
   *
   * @param startAt where the page begins
   * @param rows its rows; empty ones join only where nothing can overlap
   * @param newTotal how many rows there are now
   * @return the rows that were not there before; empty when the page does not join and the next one
   *     has to begin further back
   */
  Optional<List<byte[]>> join(long startAt, List<byte[]> rows, long newTotal) {
    boolean cannotOverlap = startAt == 0 || (back == 0 && startAt == end);
    if (!cannotOverlap && stepsBack < MOST_STEPS_BACK && !beginsWithTheKnown(rows)) {
      stepsBack++;
      long left = total - newTotal;
      back = Math.max(Math.max(STRIDE * Math.max(back, overlap), left + overlap), STRIDE);
      total = newTotal;
      return Optional.empty();
    }
    int shift = cannotOverlap ? 0 : shift(startAt, rows);
    List<byte[]> fresh = take(startAt, rows);
    int wanted = shift > 0 ? Math.min(2 * shift + 1, rows.size() / 2) : overlap / 2;
    overlap = Math.min(Math.max(1, wanted), Math.max(0, rows.size() - 1));
    total = newTotal;
    back = 0;
    return Optional.of(fresh);
  }

  private boolean beginsWithTheKnown(List<byte[]> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    byte[] first = rows.get(0);
    Long before = IssueGlance.id(first).map(positions::get).orElse(null);
    return before != null && !hasMoved(first, before - lastStart);
  }

  /** An edit can carry a row over others that were not read yet; of the last page, it shows. */
  private boolean hasMoved(byte[] row, long index) {
    if (index < 0 || index >= lastRows.size()) {
      return false;
    }
    byte[] before = lastRows.get((int) index);
    return IssueGlance.id(before).equals(IssueGlance.id(row))
        && !IssueGlance.field(before, "updated").equals(IssueGlance.field(row, "updated"));
  }

  /** By how many places the first row is not where it was. */
  private int shift(long startAt, List<byte[]> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    long before = IssueGlance.id(rows.get(0)).map(positions::get).orElse(startAt);
    return (int) Math.min(Math.abs(before - startAt), rows.size());
  }

  private List<byte[]> take(long startAt, List<byte[]> rows) {
    List<byte[]> fresh = new ArrayList<>(rows.size());
    long position = startAt;
    for (byte[] row : rows) {
      Optional<String> id = IssueGlance.id(row);
      // A row without an id is nobody's double: whoever reads all of it says what is wrong.
      if (id.isEmpty() || positions.put(id.get(), position) == null) {
        fresh.add(row);
      }
      position++;
    }
    lastRows = rows;
    lastStart = startAt;
    end = position;
    return fresh;
  }
}
