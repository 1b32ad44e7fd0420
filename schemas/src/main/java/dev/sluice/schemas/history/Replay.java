package dev.sluice.schemas.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.value.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the fields of one issue from its creation to what they are. */
final class Replay {

  private final JsonNode issue;
  private final HistoryOptions options;
  private final Set<String> sprintFields;
  private final Map<String, List<Step>> byField;
  private final Creation creation;
  private final List<String> mismatches = new ArrayList<>();
  private final List<SprintInterval> sprints = new ArrayList<>();
  private List<ValueInterval> statuses = List.of();
  private List<ValueInterval> assignees = List.of();

  Replay(
      JsonNode issue,
      HistoryOptions options,
      Set<String> sprintFields,
      Map<String, List<Step>> byField) {
    this.issue = issue;
    this.options = options;
    this.sprintFields = sprintFields;
    this.byField = byField;
    creation = new Creation(issue);
  }

  void follow(TrackedField field) {
    List<Step> steps = byField.getOrDefault(field.id(), List.of());
    JsonNode value = field.in(issue);
    if (steps.isEmpty() && value.isMissingNode()) {
      return;
    }
    if (field.form().isByMember()) {
      followMembers(field, steps, value);
    } else {
      followValue(field, steps, value);
    }
  }

  IssueHistory result(List<Step> steps) {
    List<FieldChange> changes = new ArrayList<>(creation.changes());
    steps.forEach(step -> changes.add(step.change()));
    String key = issue.path("key").asText();
    List<Step> moves = byField.getOrDefault(SystemFields.ISSUE_KEY, List.of());
    return new IssueHistory(
        changes, statuses, assignees, sprints, KeyAliases.of(key, moves), mismatches);
  }

  private void followMembers(TrackedField field, List<Step> steps, JsonNode value) {
    List<NamedValue> current = ChangelogLists.elements(Structs.REFERENCE, value);
    MemberReplay replay = MemberReplay.of(steps, current);
    if (isWanted(steps)) {
      replay.atCreation().forEach(member -> creation.add(field, nameIn(steps), member));
    }
    if (!value.isMissingNode() && !replay.endsAt(current)) {
      mismatches.add(field.id());
    }
  }

  private void followValue(TrackedField field, List<Step> steps, JsonNode value) {
    NamedValue first = steps.isEmpty() ? field.form().written(value) : steps.get(0).change().from();
    if (first == null) {
      return;
    }
    if (isWanted(steps) && !(steps.isEmpty() && field.form().isRichText())) {
      creation.add(field, nameIn(steps), first);
    }
    boolean ends = steps.isEmpty() || value.isMissingNode() || endsAt(field, steps, value);
    if (!ends) {
      mismatches.add(field.id());
    }
    if (hasIntervals(field)) {
      List<Step> fromCreation = new ArrayList<>(steps.size() + 1);
      fromCreation.add(creation.step(field, first));
      fromCreation.addAll(steps);
      keepIntervals(field, ends ? nameAsNow(field, fromCreation, value) : fromCreation, value);
    }
  }

  private boolean hasIntervals(TrackedField field) {
    return field.id().equals(SystemFields.STATUS)
        || field.id().equals(SystemFields.ASSIGNEE)
        || sprintFields.contains(field.id());
  }

  private static boolean endsAt(TrackedField field, List<Step> steps, JsonNode value) {
    return field.form().agrees(steps.get(steps.size() - 1).change().to(), value);
  }

  /** Names change, and old changelogs know people by their login: the last value is the issue's. */
  private static List<Step> nameAsNow(TrackedField field, List<Step> steps, JsonNode value) {
    NamedValue now = value.isMissingNode() ? null : field.form().written(value);
    int last = steps.size() - 1;
    if (now != null) {
      steps.set(last, steps.get(last).to(now));
    }
    return steps;
  }

  private void keepIntervals(TrackedField field, List<Step> steps, JsonNode value) {
    if (field.id().equals(SystemFields.STATUS)) {
      statuses = ValueIntervals.of(steps, this::category);
    } else if (field.id().equals(SystemFields.ASSIGNEE)) {
      assignees = ValueIntervals.of(steps, id -> null);
    } else {
      List<NamedValue> current = ChangelogLists.elements(Structs.SPRINT, value);
      sprints.addAll(SprintIntervals.of(steps, current, sprints.size()));
    }
  }

  private @Nullable String category(String statusId) {
    JsonNode status = issue.path("fields").path("status");
    JsonNode category = status.path("statusCategory").path("key");
    return status.path("id").asText().equals(statusId) && category.isTextual()
        ? category.textValue()
        : options.statusCategories().get(statusId);
  }

  private boolean isWanted(List<Step> steps) {
    return switch (options.initial()) {
      case NON_EMPTY -> true;
      case CHANGED -> !steps.isEmpty();
      case NONE -> false;
    };
  }

  /** Old changelogs name fields otherwise than new ones; an issue's rows use one name. */
  private static @Nullable String nameIn(List<Step> steps) {
    return steps.isEmpty() ? null : steps.get(0).change().fieldName();
  }
}
