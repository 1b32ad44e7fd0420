package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.Absences;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks about fields that the list of fields no longer has: are they deleted, or only hidden? */
final class SecondLook {

  /** What one page of the answer holds. */
  private static final int MOST = 50;

  private SecondLook() {}

  /**
   * One request, and only if fields are missed. Only Cloud has an answer, and only for
   * administrators: for everybody else the next run's list has to do.
   */
  static Absences at(
      JiraClient client, Edition edition, FieldCatalogue catalogue, FieldRegistry known) {
    Set<String> listed = catalogue.custom().map(JiraField::id).collect(Collectors.toSet());
    List<String> missed =
        known.periods().stream()
            .filter(FieldPeriod::isOpen)
            .map(FieldPeriod::fieldId)
            .filter(id -> !listed.contains(id))
            .toList();
    if (missed.isEmpty() || missed.size() > MOST || edition != Edition.CLOUD) {
      return Absences.UNKNOWN;
    }
    try {
      Set<String> hidden = new HashSet<>();
      for (JsonNode field : client.catalogue().customFields(missed)) {
        hidden.add(field.path("id").asText());
      }
      hidden.retainAll(missed);
      Set<String> gone = new HashSet<>(missed);
      gone.removeAll(hidden);
      return new Absences(hidden, gone);
    } catch (JiraException.Forbidden | JiraException.NotFound e) {
      return Absences.UNKNOWN;
    }
  }
}
