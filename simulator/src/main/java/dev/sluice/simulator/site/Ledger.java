package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What one issue shows of others: their current state and their hours. */
final class Ledger {
  /** No value. */
  static final int NONE = -1;

  final int[] originalSeconds;
  final int[] remainingSeconds;
  final int[] spentSeconds;
  final long[] updatedMillis;
  private final Status[] statuses;
  private final Priority[] priorities;
  private final Map<Traits, Traits> shared = new HashMap<>();

  Ledger(int size) {
    originalSeconds = new int[size];
    remainingSeconds = new int[size];
    spentSeconds = new int[size];
    updatedMillis = new long[size];
    statuses = new Status[size];
    priorities = new Priority[size];
  }

  /** Takes down the end of a life, and returns what queries ask of it. */
  Traits enter(Kind kind, int position, Draft draft) {
    originalSeconds[position] = seconds(draft.get(Tracked.ORIGINAL_ESTIMATE));
    remainingSeconds[position] = seconds(draft.get(Tracked.REMAINING_ESTIMATE));
    spentSeconds[position] = seconds(draft.get(Tracked.TIME_SPENT));
    updatedMillis[position] = draft.updated().toEpochMilli();
    statuses[position] = draft.status();
    priorities[position] = draft.priority();
    Traits traits =
        new Traits(
            draft.project().id(),
            draft.project().name(),
            kind.id(),
            kind.label(),
            draft.status().id(),
            draft.status().label(),
            draft.status().category().key(),
            draft.priority().id(),
            draft.priority().label(),
            draft.resolution().map(Resolution::id).orElse(""),
            draft.resolution().map(Resolution::label).orElse(""));
    return shared.computeIfAbsent(traits, same -> same);
  }

  /** The little that stands of an issue in another one. */
  ObjectNode summary(Stage stage, int position) {
    String id = Long.toString(stage.roster().ids[position]);
    ObjectNode issue =
        Json.object()
            .put("id", id)
            .put("key", stage.roster().key(position))
            .put("self", Json.self("issue/" + id));
    ObjectNode fields = issue.putObject("fields").put("summary", Prose.summary(stage, position));
    fields.set("status", statuses[position].json());
    fields.set("priority", priorities[position].json());
    fields.set("issuetype", stage.roster().kinds[position].json());
    return issue;
  }

  private static int seconds(Cell cell) {
    return cell.id() == null ? NONE : Integer.parseInt(cell.id());
  }
}
