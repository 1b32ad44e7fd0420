package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.value.NamedValue;
import dev.sluice.schemas.value.Timestamps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changelog of one issue as the server gave it. */
final class Changelog {

  private final FieldIdentities identities;
  private final String issueId;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, List<JsonNode>> itemsByHistory = new HashMap<>();

  private Changelog(FieldIdentities identities, String issueId) {
    this.identities = identities;
    this.issueId = issueId;
  }

  /** Returns every item, in the server's order; the same history twice counts once. */
  static List<Step> steps(JsonNode issue, JsonNode histories, FieldIdentities identities) {
    Changelog changelog = new Changelog(identities, issue.path("id").asText());
    int position = 0;
    for (JsonNode history : histories) {
      changelog.add(history, position);
      position++;
    }
    return changelog.steps;
  }

  private void add(JsonNode history, int position) {
    String id = ChangelogText.scalar(history.path("id"));
    String historyId = id == null ? "unnamed-" + position : id;
    String time = ChangelogText.scalar(history.path("created"));
    long micros = time == null ? Timestamps.NONE : Timestamps.micros(time);
    long number = number(historyId);
    String author = People.id(history.path("author"));
    List<JsonNode> known = itemsByHistory.computeIfAbsent(historyId, any -> new ArrayList<>());
    List<JsonNode> before = known.isEmpty() ? List.of() : List.copyOf(known);
    for (JsonNode item : history.path("items")) {
      if (!before.contains(item)) {
        steps.add(new Step(change(item, historyId, known.size(), time, author), micros, number));
        known.add(item);
      }
    }
  }

  private FieldChange change(
      JsonNode item, String historyId, int index, @Nullable String time, @Nullable String author) {
    return new FieldChange(
        issueId,
        historyId,
        index,
        time,
        author,
        identities.of(item),
        ChangelogText.scalar(item.path("field")),
        ChangelogText.scalar(item.path("fieldtype")),
        value(item, "tmpFromAccountId", "from", "fromString"),
        value(item, "tmpToAccountId", "to", "toString"));
  }

  /** Cloud names people by account; where it kept an old user key, the account stands beside it. */
  private static NamedValue value(JsonNode item, String account, String id, String text) {
    String accountId = ChangelogText.scalar(item.path(account));
    return new NamedValue(
        ValueForm.isFilled(accountId) ? accountId : ChangelogText.scalar(item.path(id)),
        ChangelogText.scalar(item.path(text)));
  }

  private static long number(String historyId) {
    try {
      return Long.parseLong(historyId);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
