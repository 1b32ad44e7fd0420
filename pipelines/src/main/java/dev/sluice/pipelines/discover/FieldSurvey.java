package dev.sluice.pipelines.discover;

import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.issue.RepresentedFields;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.IssueDeclaration;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the catalogue, the columns and what issues hold side by side, field by field. */
final class FieldSurvey {

  private final FieldCatalogue catalogue;
  private final Map<String, List<Column>> columns = new HashMap<>();
  private final Map<String, String> tables = new HashMap<>();

  FieldSurvey(FieldCatalogue catalogue, FieldColumns named) {
    this.catalogue = catalogue;
    Table issue = Tables.issue(named);
    issue.column("key").ifPresent(key -> columns.put(Sample.KEY, List.of(key)));
    for (Column column : issue.columns()) {
      column
          .fieldId()
          .ifPresent(id -> columns.computeIfAbsent(id, none -> new ArrayList<>()).add(column));
    }
    for (IssueDeclaration<?> declaration : Tables.fromIssues(named)) {
      String table = declaration.declaration().table().name();
      declaration.children().ifPresent(children -> tables.put(children.fieldId(), table));
    }
  }

  /** Every field of the catalogue, then those only issues have, by id. */
  List<FoundField> of(Map<String, Sample> byProject) {
    List<FoundField> fields = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    for (JiraField field : catalogue.fields()) {
      listed.add(field.id());
      fields.add(found(field, true, byProject));
    }
    for (String id : Sample.fieldsUsed(byProject.values())) {
      if (!listed.contains(id)) {
        fields.add(found(unlisted(id), false, byProject));
      }
    }
    return fields;
  }

  private FoundField found(JiraField field, boolean catalogued, Map<String, Sample> byProject) {
    return new FoundField(
        field,
        catalogued,
        columns.getOrDefault(field.id(), List.of()),
        Optional.ofNullable(tables.get(field.id())),
        RepresentedFields.elsewhere(field.id()),
        Sample.uses(field.id(), byProject));
  }

  private static JiraField unlisted(String id) {
    return new JiraField(
        id,
        id,
        id.startsWith("customfield_"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
