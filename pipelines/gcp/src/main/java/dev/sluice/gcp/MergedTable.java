package dev.sluice.gcp;

import com.google.api.services.bigquery.model.Clustering;
import com.google.api.services.bigquery.model.EncryptionConfiguration;
import com.google.api.services.bigquery.model.TableConstraints;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.api.services.bigquery.model.TimePartitioning;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as it lies in the dataset.
 *
 * <p>Rows that views read by time are partitioned by month: by day, the first load of an old Jira
 * would touch more partitions than one job may. An issue is partitioned by its creation, which
 * never changes, so that a newer version stays where it is. Tables that belong to issues are
 * clustered by the issue, which is how a run replaces them and how views join them.
 */
record MergedTable(Table table) {

  static final String DELETED = "_deleted";
  static final String DELETED_AT = "_deleted_at";
  static final String ISSUE = "issue";
  static final String TOMBSTONE = Tables.TOMBSTONE.name();

  private static final Set<String> CHILDREN =
      Tables.fromIssues(FieldColumns.none()).stream()
          .map(declaration -> declaration.declaration().table().name())
          .filter(name -> !name.equals(ISSUE))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> TIME =
      Map.of(
          ISSUE,
          "created",
          "issue_field_history",
          "time",
          "comment",
          "created",
          "worklog",
          "started");

  /** How the rows of a run get among the others. */
  enum Replacing {
    /** The newest version of each counts. */
    ISSUES,
    /** They follow their issue. */
    CHILDREN,
    /** All are replaced. */
    WHOLE,
    /** Each replaces the one of the same key. */
    BY_KEY,
    /** They are added; those of the same run are replaced. */
    OF_RUN
  }

  String name() {
    return table.name();
  }

  Replacing replacing() {
    if (name().equals(ISSUE)) {
      return Replacing.ISSUES;
    }
    if (CHILDREN.contains(name())) {
      return Replacing.CHILDREN;
    }
    if (!name().startsWith("_")) {
      return name().equals(Tables.USER.name()) ? Replacing.BY_KEY : Replacing.WHOLE;
    }
    return table.key().contains("run_id") ? Replacing.OF_RUN : Replacing.BY_KEY;
  }

  /**
   * Whether a key that occurs twice in one shard is a mistake. Of a list that changes while it is
   * read the newest row is taken.
   */
  boolean isReadOnce() {
    return switch (replacing()) {
      case ISSUES, CHILDREN, OF_RUN -> true;
      case WHOLE, BY_KEY -> false;
    };
  }

  /** Whether its rows can be marked as deleted: the case for everything that is read from Jira. */
  boolean canBeDeleted() {
    return hasColumn("_read_at");
  }

  boolean hasColumn(String column) {
    return table.column(column).isPresent();
  }

  List<String> columns() {
    return table.columns().stream().map(column -> column.name()).toList();
  }

  /** All columns, those that only merged tables have last. */
  List<TableFieldSchema> fields() {
    List<TableFieldSchema> fields = new ArrayList<>();
    table.columns().forEach(column -> fields.add(BigQueryType.ofTarget(column)));
    if (canBeDeleted()) {
      fields.add(
          new TableFieldSchema()
              .setName(DELETED)
              .setType(BigQueryType.BOOLEAN.name())
              .setMode("NULLABLE")
              .setDescription("Whether the issue is gone from Jira."));
      fields.add(
          new TableFieldSchema()
              .setName(DELETED_AT)
              .setType(BigQueryType.TIMESTAMP.name())
              .setMode("NULLABLE")
              .setDescription("When it was found gone."));
    }
    return fields;
  }

  com.google.api.services.bigquery.model.Table definition(
      BigQueryConfig target, Map<String, String> labels) {
    com.google.api.services.bigquery.model.Table definition =
        new com.google.api.services.bigquery.model.Table()
            .setTableReference(reference(target, name()))
            .setDescription(table.doc())
            .setLabels(DatasetMode.of(target).labelled(labels))
            .setMaxStaleness(DatasetMode.of(target).maxStaleness())
            .setSchema(new TableSchema().setFields(fields()))
            .setTableConstraints(
                new TableConstraints()
                    .setPrimaryKey(new TableConstraints.PrimaryKey().setColumns(table.key())));
    Optional.ofNullable(TIME.get(name()))
        .ifPresent(
            column ->
                definition.setTimePartitioning(
                    new TimePartitioning().setType("MONTH").setField(column)));
    List<String> clusters = clusters();
    if (!clusters.isEmpty()) {
      definition.setClustering(new Clustering().setFields(clusters));
    }
    encrypted(target).ifPresent(definition::setEncryptionConfiguration);
    return definition;
  }

  private List<String> clusters() {
    return switch (replacing()) {
      case ISSUES -> List.of("project_key", "id");
      case CHILDREN -> List.of("issue_id");
      case WHOLE, BY_KEY, OF_RUN -> List.of();
    };
  }

  static Optional<EncryptionConfiguration> encrypted(BigQueryConfig target) {
    return Optional.ofNullable(target.kmsKey())
        .map(key -> new EncryptionConfiguration().setKmsKeyName(key));
  }

  static TableReference reference(BigQueryConfig target, String name) {
    return new TableReference()
        .setProjectId(target.project())
        .setDatasetId(target.dataset())
        .setTableId(name);
  }
}
