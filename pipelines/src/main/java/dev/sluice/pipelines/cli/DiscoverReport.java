package dev.sluice.pipelines.cli;

import static dev.sluice.pipelines.cli.TextTable.Heading.figures;
import static dev.sluice.pipelines.cli.TextTable.Heading.names;
import static dev.sluice.pipelines.cli.TextTable.Heading.words;

import dev.sluice.pipelines.discover.Discovery;
import dev.sluice.pipelines.discover.FoundField;
import dev.sluice.pipelines.discover.FoundIssueType;
import dev.sluice.pipelines.discover.FoundProject;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.table.Column;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What there is to load, as three tables.
 *
 * @param width of the terminal; wider lines are cut
 */
record DiscoverReport(Discovery found, int width) implements Report {

  private static final String NONE = "-";

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return DiscoverDocument.of(found, exitCode());
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0);
    head(lines);
    lines.line("");
    projects(lines, style);
    lines.line("");
    issueTypes(lines, style);
    lines.line("");
    fields("custom field", FoundField::isCustom, lines, style);
    found.collisions().forEach((column, ids) -> lines.line("  " + collision(column, ids)));
    lines.line("");
    fields("system field", field -> !field.isCustom(), lines, style);
    lines.line("");
    RoleLines.of(found.roles(), found.campaignTypes()).forEach(lines::line);
    lines.line("");
    totals(lines);
    return lines.toString();
  }

  private void head(Lines lines) {
    lines.line(
        "Jira "
            + found.jira()
            + ": "
            + Figures.count(found.issues(), "issue")
            + " in scope, "
            + Figures.count(found.projects().size(), "project"));
    lines.line(
        "In the sample are the latest "
            + found.perProject()
            + " issues of "
            + Figures.count(found.lookedInto().size(), "project")
            + ", "
            + Figures.whole(found.sampled())
            + " in all: other issues may use more fields.");
  }

  private void projects(Lines lines, Style style) {
    TextTable table =
        new TextTable(
            names("project"),
            words("name"),
            words("lead"),
            words("type"),
            figures("issues"),
            figures("in sample"));
    found.lookedInto().forEach(project -> table.row(cells(project)));
    table.drawIn(lines, style, width);
    long leftOut = found.projects().stream().filter(FoundProject::leftOut).count();
    if (leftOut > 0) {
      lines.line(
          "  left out: "
              + Figures.count(leftOut, "project")
              + " with "
              + Figures.count(found.issuesLeftOut(), "issue")
              + "; --sample-projects N looks into more");
    }
    found
        .projects()
        .forEach(
            project ->
                project
                    .unreadable()
                    .ifPresent(reason -> lines.line("  " + project.key() + ": " + reason)));
    found.invisible().forEach(key -> lines.line("  " + key + ": Jira shows no such project"));
  }

  private static String[] cells(FoundProject project) {
    return new String[] {
      project.key(),
      project.name(),
      project.lead().orElse(NONE),
      project.type().orElse(NONE) + (project.archived() ? ", archived" : ""),
      project.issues().isPresent() ? Figures.whole(project.issues().getAsLong()) : NONE,
      Figures.whole(project.sampled())
    };
  }

  private void issueTypes(Lines lines, Style style) {
    TextTable table =
        new TextTable(
            words("issue type"),
            names("id"),
            figures("level"),
            words("sub-task"),
            figures("in sample"));
    List<FoundIssueType> shown =
        found.issueTypes().stream()
            .filter(type -> type.projectId().isEmpty() || type.sampled() > 0)
            .toList();
    for (FoundIssueType type : shown) {
      table.row(
          type.name(),
          type.id(),
          type.level().isPresent() ? Long.toString(type.level().getAsLong()) : NONE,
          type.subtask() ? "yes" : "no",
          Figures.whole(type.sampled()));
    }
    table.drawIn(lines, style, width);
    int hidden = found.issueTypes().size() - shown.size();
    if (hidden > 0) {
      lines.line(
          "  not shown: "
              + Figures.count(hidden, "type")
              + " of single projects, not in the sample; --output json shows all");
    }
  }

  private void fields(String kind, Predicate<FoundField> which, Lines lines, Style style) {
    TextTable table =
        new TextTable(
            names(kind),
            words("name"),
            words("column"),
            words("type"),
            words("Jira type"),
            figures("in sample"),
            words("where"));
    for (FoundField field : found.fields().stream().filter(which).toList()) {
      table.row(
          field.field().id(),
          field.catalogued() ? field.field().name() : "(not in the catalogue)",
          column(field),
          type(field),
          field.field().typeInWords(),
          Figures.whole(field.issues()),
          where(field));
    }
    table.drawIn(lines, style, width);
  }

  private static String collision(String column, List<String> ids) {
    return ids.size() == 1
        ? ids.get(0) + " has the name of column " + column
        : String.join(", ", ids) + " share the name of column " + column;
  }

  private static String column(FoundField field) {
    if (!field.columns().isEmpty()) {
      return field.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }
    return field.table().map(table -> "table " + table).orElse(field.inExtra() ? "extra" : NONE);
  }

  private static String type(FoundField field) {
    List<String> types =
        field.columns().stream().map(column -> column.type().text()).distinct().toList();
    return types.isEmpty() ? NONE : String.join(", ", types);
  }

  private String where(FoundField field) {
    if (field.issues() > 0 && field.issues() == found.sampled()) {
      return "in all";
    }
    return field.used().entrySet().stream()
        .map(use -> use.getKey() + " " + Figures.whole(use.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void totals(Lines lines) {
    long custom = found.fields().stream().filter(FoundField::isCustom).count();
    long unused = found.fields().stream().filter(field -> field.issues() == 0).count();
    lines.line(
        "  "
            + Figures.count(found.fields().size(), "field")
            + ", "
            + Figures.whole(custom)
            + " of them custom, "
            + Figures.whole(unused)
            + " without a value in the sample; "
            + Figures.count(found.issueTypes().size(), "issue type")
            + ", "
            + (found.statuses() == 1 ? "1 status" : Figures.whole(found.statuses()) + " statuses"));
    lines.line("  " + Figures.count(found.requests(), "request"));
  }
}
