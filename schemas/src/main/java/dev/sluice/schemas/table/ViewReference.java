package dev.sluice.schemas.table;

import dev.sluice.schemas.view.View;
import dev.sluice.schemas.view.Views;
import java.util.List;

/** The reference of all views, made from what their texts say about themselves. */
final class ViewReference {

  private static final String ANSWERS =
      """

      ## Views

      What people ask of these tables, over the current state: issues that are gone are left out. One
      text for DuckDB and BigQuery. Which columns are launch date, budget and story points is found by
      their names, or said by `marts`.

      """;

  private static final String RAW_NAMES =
      """

      ## Views under the names of another loader

      Schema `fivetran` has the raw layer that the models of fivetran/dbt_jira read: point their source
      there.

      | view | rows | what to know |
      |---|---|---|
      """;

  private ViewReference() {}

  /** Returns Markdown with {@code \n} between lines. */
  static String markdown() {
    StringBuilder text = new StringBuilder(ANSWERS);
    text.append("| view | a row for each | question |\n|---|---|---|\n");
    List<View> answers = of(Views.MAIN);
    for (View view : answers) {
      text.append("| [%1$s](#%1$s) | ".formatted(view.name()));
      text.append(view.grain()).append(" | ").append(view.question()).append(" |\n");
    }
    answers.forEach(view -> append(view, text));
    text.append(RAW_NAMES);
    for (View view : of(Views.RAW_NAMES)) {
      text.append("| `").append(view.name()).append("` | ").append(view.grain()).append(" | ");
      text.append(String.join(" ", view.caveats())).append(" |\n");
    }
    return text.toString();
  }

  private static List<View> of(String schema) {
    return Views.all().stream().filter(view -> view.schema().equals(schema)).toList();
  }

  private static void append(View view, StringBuilder text) {
    text.append("\n### ").append(view.name()).append("\n\n").append(view.question());
    text.append(" A row for each ").append(view.grain()).append(".\n\n");
    view.caveats().forEach(caveat -> text.append("- ").append(caveat).append('\n'));
  }
}
