package dev.sluice.schemas.view;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A view.
 *
 * @param schema where it stands: {@code main} beside the tables, or a name of its own
 * @param question what it answers
 * @param grain for whom or what there is one row
 * @param caveats what to know before a number is believed
 */
public record View(
    String schema, String name, String question, String grain, List<String> caveats, String text) {

  public View {
    caveats = List.copyOf(caveats);
  }

  /**
   * The query of the view.
   *
   * @param qualified how a table or view of schema {@code main} is named where the view stands
   * @param marts roles of columns that are there; see {@link MartColumns#among}
   */
  public String sql(Dialect dialect, UnaryOperator<String> qualified, MartColumns marts) {
    return new Template(text)
        .expand((name, arguments) -> expansion(name, arguments, dialect, qualified, marts));
  }

  private String expansion(
      String macro,
      List<String> arguments,
      Dialect dialect,
      UnaryOperator<String> qualified,
      MartColumns marts) {
    return switch (macro) {
      case "table" -> qualified.apply(arguments.get(0));
      case "campaign_types" ->
          marts.campaignTypes().stream()
              .map(type -> text(type, dialect))
              .collect(Collectors.joining(", "));
      case "launch_date" -> column(marts.launchDate(), arguments, "DATE");
      case "budget" -> column(marts.budget(), arguments, plain("double", dialect));
      case "story_points" -> column(marts.storyPoints(), arguments, plain("double", dialect));
      case "launch_date_name" -> "'" + marts.launchDate().orElse("") + "'";
      case "actual_launch" -> column(marts.actualLaunch(), arguments, "DATE");
      case "epic_link" ->
          marts.epicLink().isPresent()
              ? column(marts.epicLink(), arguments, plain("string", dialect))
              // Null, but of the row: BigQuery joins outer only by what both sides have.
              : "nullif(" + arguments.get(0) + ".key, " + arguments.get(0) + ".key)";
      default -> plain(macro, dialect);
    };
  }

  private String plain(String macro, Dialect dialect) {
    String expansion = Macros.of(dialect).get(macro);
    if (expansion == null) {
      throw new IllegalArgumentException("view " + name + " has no macro $" + macro);
    }
    return expansion;
  }

  private static String text(String value, Dialect dialect) {
    return switch (dialect) {
      case DUCKDB -> "'" + value.replace("'", "''") + "'";
      case BIGQUERY -> "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    };
  }

  private static String column(Optional<String> column, List<String> arguments, String type) {
    String value = column.map(name -> arguments.get(0) + "." + name).orElse("NULL");
    return "CAST(" + value + " AS " + type + ")";
  }
}
