package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds comments or worklogs across issues. */
final class ChildDirectory {
  private static final Comparator<Entry> BY_UPDATE =
      Comparator.comparingLong(Entry::updatedMillis).thenComparingLong(Entry::id);

  /** One child. */
  record Entry(long id, long updatedMillis, SimIssue issue) {}

  private record Child(long id, long updatedMillis) {
    Entry of(SimIssue issue) {
      return new Entry(id, updatedMillis, issue);
    }
  }

  private record Known(List<Entry> byUpdate, Map<Long, SimIssue> owners) {}

  private final Function<SimIssue, List<JsonNode>> children;

  /** Forgets with the issue, so what it holds must not hold the issue. */
  private final Map<SimIssue, List<Child>> ofChanged =
      Collections.synchronizedMap(new WeakHashMap<>());

  private @Nullable Known atRest;

  ChildDirectory(Function<SimIssue, List<JsonNode>> children) {
    this.children = children;
  }

  /** All children of issues that can be found, by their last change, then by id. */
  List<Entry> byUpdate(IssueIndex now) {
    Known known = atRest(now);
    if (now.changes().version() == 0) {
      return known.byUpdate();
    }
    List<Entry> all = new ArrayList<>();
    known.byUpdate().stream().filter(entry -> now.isAtRest(entry.issue())).forEach(all::add);
    now.changed().forEach(issue -> all.addAll(ofChanged(issue)));
    all.sort(BY_UPDATE);
    return all;
  }

  /** Finds the issues that have the children of these ids. */
  Function<String, Optional<SimIssue>> owners(IssueIndex now) {
    Known known = atRest(now);
    Map<Long, SimIssue> changed = new HashMap<>();
    now.changed().forEach(issue -> ofChanged(issue).forEach(e -> changed.put(e.id(), issue)));
    return text -> {
      if (!text.matches("\\d{1,18}")) {
        return Optional.empty();
      }
      long id = Long.parseLong(text);
      return Optional.ofNullable(changed.get(id))
          .or(() -> Optional.ofNullable(known.owners().get(id)).filter(now::isAtRest));
    };
  }

  private List<Entry> ofChanged(SimIssue issue) {
    return ofChanged.computeIfAbsent(issue, this::read).stream()
        .map(child -> child.of(issue))
        .toList();
  }

  private List<Child> read(SimIssue issue) {
    List<Child> found = new ArrayList<>();
    for (JsonNode child : children.apply(issue)) {
      long updated = Children.instant(child, "updated").toEpochMilli();
      found.add(new Child(child.path("id").asLong(), updated));
    }
    return found;
  }

  /** Built on first use, for it reads every issue. */
  private synchronized Known atRest(IssueIndex now) {
    if (atRest == null) {
      List<Entry> all = new ArrayList<>();
      now.atRest().forEach(issue -> read(issue).forEach(child -> all.add(child.of(issue))));
      all.sort(BY_UPDATE);
      Map<Long, SimIssue> owners = new HashMap<>();
      all.forEach(entry -> owners.put(entry.id(), entry.issue()));
      atRest = new Known(List.copyOf(all), owners);
    }
    return atRest;
  }
}
