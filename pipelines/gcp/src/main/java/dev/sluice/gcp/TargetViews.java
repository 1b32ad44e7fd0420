package dev.sluice.gcp;

import com.google.api.client.util.Sleeper;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.TableList;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.DatasetViews;
import dev.sluice.pipelines.run.RunException;
import dev.sluice.schemas.view.Dialect;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.schemas.view.View;
import dev.sluice.schemas.view.Views;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views beside the tables. A label says which text a view was made of, so that one is made anew
 * only when it reads otherwise. The names of the views are this program's: a view that somebody
 * else put there is replaced, a table is not.
 *
 * <p>Rows do not wait for views: what cannot be made is told, and left to the next run.
 */
final class TargetViews {

  /** Names the text in a view's labels. */
  static final String LABEL = "sluice_text";

  private final Bigquery client;
  private final BigQueryConfig target;
  private final DatasetTables tables;
  private final MartColumns roles;
  private final BigQueryJobs jobs;

  /**
   * @param tables of the dataset
   * @param roles as configured or known by name; whether there are such columns is seen here
   */
  TargetViews(
      Bigquery client,
      BigQueryConfig target,
      DatasetTables tables,
      MartColumns roles,
      Sleeper sleeper) {
    this.client = client;
    this.target = target;
    this.tables = tables;
    this.roles = roles;
    this.jobs = new BigQueryJobs(client, target, sleeper);
  }

  /**
   * Makes the views that are missing or read otherwise by now, and the tables that only they read.
   *
   * @return what could not be made and why, a text each
   */
  List<String> replace() {
    DatasetViews wanted = target.views();
    if (wanted == null) {
      return List.of();
    }
    try {
      return replace(wanted);
    } catch (RunException | BigQueryFailures.Refused e) {
      return List.of("no view was made: " + e.getMessage());
    }
  }

  private List<String> replace(DatasetViews wanted) {
    TargetTables targets = new TargetTables(client, target);
    DatasetLook look = targets.requireUsable(readHere());
    List<String> issueColumns = new ArrayList<>();
    for (MergedTable table : readHere()) {
      StandingColumns standing = targets.ensure(table, look, jobs);
      if (table.name().equals(MergedTable.ISSUE)) {
        standing.fields().forEach(field -> issueColumns.add(field.getName()));
      }
    }
    MartColumns marts = roles.among(issueColumns);
    List<String> failures = new ArrayList<>();
    // In their order, since some of them read others.
    for (View view : of(Views.MAIN)) {
      failures.addAll(replace(view, target.dataset(), marts, look.listed()));
    }
    if (wanted.rawNames() != null) {
      failures.addAll(replaceRawNames(wanted.rawNames(), marts));
    }
    return failures;
  }

  /** The tables that no run writes, and the one whose columns play roles. */
  private List<MergedTable> readHere() {
    return Stream.concat(
            tables.unwritten().stream(),
            tables.written().stream().filter(table -> table.name().equals(MergedTable.ISSUE)))
        .toList();
  }

  private List<String> replaceRawNames(String dataset, MartColumns marts) {
    Map<String, TableList.Tables> listed;
    try {
      listed = DatasetLook.list(client, target.project(), dataset);
    } catch (RunException e) {
      return List.of("no view was made in " + dataset + ": " + e.getMessage());
    }
    return InParallel.map(of(Views.RAW_NAMES), view -> replace(view, dataset, marts, listed))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<View> of(String schema) {
    return Views.all().stream().filter(view -> view.schema().equals(schema)).toList();
  }

  private List<String> replace(
      View view, String dataset, MartColumns marts, Map<String, TableList.Tables> listed) {
    String text = text(view, marts);
    String fingerprint = fingerprint(text);
    TableList.Tables standing = listed.get(view.name());
    if (standing != null && "TABLE".equals(standing.getType())) {
      return List.of(
          "view %s was not made: %s has a table of this name".formatted(view.name(), dataset));
    }
    if (standing != null
        && standing.getLabels() != null
        && fingerprint.equals(standing.getLabels().get(LABEL))) {
      return List.of();
    }
    try {
      jobs.execute(
          statement(view.name(), dataset, text, fingerprint), "make the view " + view.name());
      return List.of();
    } catch (RunException | BigQueryFailures.Refused e) {
      return List.of("view %s was not made: %s".formatted(view.name(), e.getMessage()));
    }
  }

  private String statement(String name, String dataset, String text, String fingerprint) {
    Map<String, String> labels = new TreeMap<>(target.labels());
    labels.put(LABEL, fingerprint);
    return "CREATE OR REPLACE VIEW "
        + new SqlNames(target.project(), dataset).table(name)
        + "\nOPTIONS (labels = "
        + labels.entrySet().stream()
            .map(it -> "(" + SqlNames.text(it.getKey()) + ", " + SqlNames.text(it.getValue()) + ")")
            .collect(Collectors.joining(", ", "[", "]"))
        + ", "
        + text;
  }

  /** All that a view is made of but its name and labels. */
  private String text(View view, MartColumns marts) {
    SqlNames names = new SqlNames(target.project(), target.dataset());
    return "description = "
        + SqlNames.text(description(view))
        + ")\nAS\n"
        + view.sql(Dialect.BIGQUERY, names::table, marts);
  }

  private static String description(View view) {
    StringBuilder description = new StringBuilder(view.question());
    description.append("\nA row for each ").append(view.grain()).append('.');
    view.caveats().forEach(caveat -> description.append('\n').append(caveat));
    return description.toString();
  }

  private String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(new TreeMap<>(target.labels()).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
