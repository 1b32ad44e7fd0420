package dev.sluice.gcp;

import com.google.api.services.bigquery.model.TableFieldSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns that a table has in the dataset, beside those that it should have. */
record StandingColumns(List<TableFieldSchema> fields) {

  StandingColumns {
    fields = List.copyOf(fields);
  }

  /** Why rows with the wanted columns do not fit in, a text each. */
  List<String> mismatches(List<TableFieldSchema> wanted) {
    return wanted.stream()
        .filter(field -> named(field.getName()).filter(it -> !fits(field, it)).isPresent())
        .map(
            field ->
                "%s is %s and should be %s"
                    .formatted(
                        field.getName(),
                        BigQueryType.text(named(field.getName()).orElseThrow()),
                        BigQueryType.text(field)))
        .toList();
  }

  List<TableFieldSchema> missing(List<TableFieldSchema> wanted) {
    return wanted.stream().filter(field -> named(field.getName()).isEmpty()).toList();
  }

  /** Those that are not among the known ones. */
  List<TableFieldSchema> strangers(Set<String> known) {
    return fields.stream().filter(field -> !known.contains(field.getName())).toList();
  }

  Optional<TableFieldSchema> named(String name) {
    return find(fields, name);
  }

  /**
   * The same columns with what is said of them by now, and with the members that their records
   * lack. A member comes last, which is where BigQuery puts it.
   */
  StandingColumns broughtUpTo(List<TableFieldSchema> wanted) {
    return new StandingColumns(
        fields.stream()
            .map(field -> find(wanted, field.getName()).map(it -> brought(field, it)).orElse(field))
            .toList());
  }

  private static TableFieldSchema brought(TableFieldSchema standing, TableFieldSchema wanted) {
    TableFieldSchema brought = standing.clone();
    if (wanted.getDescription() != null) {
      brought.setDescription(wanted.getDescription());
    }
    if (wanted.getFields() != null) {
      List<TableFieldSchema> members = new ArrayList<>();
      for (TableFieldSchema member : standing.getFields()) {
        members.add(
            find(wanted.getFields(), member.getName())
                .map(it -> brought(member, it))
                .orElse(member));
      }
      wanted.getFields().stream()
          .filter(member -> find(standing.getFields(), member.getName()).isEmpty())
          .forEach(members::add);
      brought.setFields(members);
    }
    return brought;
  }

  /** A record may lack members; one that has others would leave no place for their values. */
  private static boolean fits(TableFieldSchema wanted, TableFieldSchema standing) {
    boolean sameMode =
        "REPEATED".equals(wanted.getMode()) == "REPEATED".equals(standing.getMode())
            && !("REQUIRED".equals(standing.getMode()) && !"REQUIRED".equals(wanted.getMode()));
    if (!sameMode || !BigQueryType.same(wanted.getType(), standing.getType())) {
      return false;
    }
    return wanted.getFields() == null
        || standing.getFields().stream()
            .allMatch(
                member ->
                    find(wanted.getFields(), member.getName())
                        .filter(it -> fits(it, member))
                        .isPresent());
  }

  private static Optional<TableFieldSchema> find(List<TableFieldSchema> fields, String name) {
    return fields.stream().filter(field -> field.getName().equalsIgnoreCase(name)).findFirst();
  }
}
