package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import dev.sluice.schemas.value.NamedValue;
import java.util.ArrayList;
import java.util.List;

/** {@code issue_multivalue}: the lists of an issue, one row a value. */
final class IssueMultivalueTable {

  private IssueMultivalueTable() {}

  static IssueDeclaration<MultivalueElement> declaration(FieldColumns fields) {
    List<ListField> lists = lists(fields);
    return IssueDeclaration.of(
        Declaration.<MultivalueElement>of(
                "issue_multivalue",
                "Values of fields that hold lists, one row a value.",
                "issue_id",
                "field_id",
                "position")
            .computed("issue_id", STRING, "Issue that has the value.", MultivalueElement::issueId)
            .computed("field_id", STRING, "Jira's id of the field.", MultivalueElement::fieldId)
            .computed(
                "column_name",
                STRING,
                "Column of table issue that holds the list.",
                MultivalueElement::column)
            .computed("position", LONG, "From 0, in Jira's order.", MultivalueElement::position)
            .computed(
                "value_id", STRING, "Id of the value, if it has one.", MultivalueElement::valueId)
            .computed(
                "value",
                STRING,
                "Name or text; JSON where the field has no known type.",
                MultivalueElement::value)
            .withLineage(),
        issue -> values(issue.json(), lists));
  }

  private static List<ListField> lists(FieldColumns fields) {
    List<ListField> lists = new ArrayList<>();
    lists.add(new ListField("labels", "labels", Scalar.STRING));
    lists.add(new ListField("components", "components", Structs.REFERENCE));
    lists.add(new ListField("fixVersions", "fix_versions", Structs.REFERENCE));
    lists.add(new ListField("versions", "affects_versions", Structs.REFERENCE));
    for (FieldColumn column : fields.columns()) {
      if (column.type() instanceof ListOf list) {
        lists.add(new ListField(column.fieldId(), column.column(), list.element()));
      } else if (column.field().schemaType().filter("array"::equals).isPresent()) {
        lists.add(new ListField(column.fieldId(), column.column(), Scalar.JSON));
      }
    }
    return List.copyOf(lists);
  }

  private static List<MultivalueElement> values(JsonNode issue, List<ListField> lists) {
    List<MultivalueElement> values = new ArrayList<>();
    JsonNode fields = issue.path("fields");
    for (ListField list : lists) {
      JsonNode value = fields.path(list.fieldId);
      if (value.isArray() && !value.isEmpty()) {
        list.addTo(values, issue.path("id").asText(), value);
      }
    }
    return values;
  }

  private record ListField(String fieldId, String column, Type element) {

    void addTo(List<MultivalueElement> values, String issueId, JsonNode list) {
      long position = 0;
      for (JsonNode node : list) {
        NamedValue value = NamedValue.of(element, node);
        values.add(
            new MultivalueElement(issueId, fieldId, column, position, value.id(), value.text()));
        position++;
      }
    }
  }
}
