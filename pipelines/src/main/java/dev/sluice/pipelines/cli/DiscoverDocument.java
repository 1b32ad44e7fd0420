package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.discover.Discovery;
import dev.sluice.pipelines.discover.FoundField;
import dev.sluice.pipelines.discover.FoundIssueType;
import dev.sluice.pipelines.discover.FoundProject;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.mart.MartRole;
import dev.sluice.schemas.table.Column;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What there is to load, for programs: everything, uncut. The keys are contract. */
record DiscoverDocument(
    String jira,
    long issues,
    List<Project> projects,
    List<String> invisibleProjects,
    List<Field> fields,
    List<Collision> collisions,
    List<PlayedRole> roles,
    List<String> campaignTypes,
    List<IssueType> issueTypes,
    int statuses,
    Sampled sampled,
    long requests,
    int exitCode) {

  /** A project; without issues if it was not looked into, or if it says why it is unreadable. */
  record Project(
      String id,
      String key,
      String name,
      Optional<String> lead,
      Optional<String> type,
      boolean archived,
      OptionalLong issues,
      int sampled,
      Optional<String> unreadable) {}

  /** A field; where it has neither columns nor a table, {@code elsewhere} says where it is. */
  record Field(
      String id,
      String name,
      boolean custom,
      boolean catalogued,
      Optional<String> schemaType,
      Optional<String> schemaItems,
      Optional<String> schemaCustom,
      Optional<String> projectId,
      List<NamedColumn> columns,
      Optional<String> table,
      Optional<String> elsewhere,
      int sampled,
      List<Use> used) {}

  /** A column of table {@code issue}. */
  record NamedColumn(String name, String type) {}

  /** How many sampled issues of a project have a value. */
  record Use(String project, int sampled) {}

  /** Custom fields whose names alone would give them one column. */
  record Collision(String column, List<String> fields) {}

  /** Who plays a role in the views: {@code configured}, {@code found}, {@code gone}, absent. */
  record PlayedRole(
      String role,
      String origin,
      Optional<String> column,
      Optional<String> field,
      Optional<String> name) {

    static PlayedRole of(MartRole role) {
      return new PlayedRole(
          role.role().key(), role.origin().word(), role.column(), role.fieldId(), role.name());
    }
  }

  /** An issue type. */
  record IssueType(
      String id,
      String name,
      boolean subtask,
      OptionalLong level,
      Optional<String> projectId,
      int sampled) {}

  /** What the sample is: the latest issues of some projects. */
  record Sampled(int perProject, int projects, int projectsLeftOut, long issues) {}

  static DiscoverDocument of(Discovery found, ExitCode exitCode) {
    int lookedInto = found.lookedInto().size();
    return new DiscoverDocument(
        found.jira(),
        found.issues(),
        found.projects().stream().map(DiscoverDocument::project).toList(),
        found.invisible(),
        found.fields().stream().map(DiscoverDocument::field).toList(),
        found.collisions().entrySet().stream()
            .map(entry -> new Collision(entry.getKey(), entry.getValue()))
            .toList(),
        found.roles().stream().map(PlayedRole::of).toList(),
        found.campaignTypes(),
        found.issueTypes().stream().map(DiscoverDocument::issueType).toList(),
        found.statuses(),
        new Sampled(
            found.perProject(), lookedInto, found.projects().size() - lookedInto, found.sampled()),
        found.requests(),
        exitCode.code());
  }

  private static Project project(FoundProject project) {
    return new Project(
        project.id(),
        project.key(),
        project.name(),
        project.lead(),
        project.type(),
        project.archived(),
        project.issues(),
        project.sampled(),
        project.unreadable());
  }

  private static Field field(FoundField found) {
    JiraField field = found.field();
    return new Field(
        field.id(),
        field.name(),
        field.custom(),
        found.catalogued(),
        field.schemaType(),
        field.schemaItems(),
        field.schemaCustom(),
        field.scopeProjectId(),
        found.columns().stream().map(DiscoverDocument::column).toList(),
        found.table(),
        found.elsewhere().or(() -> found.inExtra() ? Optional.of("extra") : Optional.empty()),
        found.issues(),
        found.used().entrySet().stream()
            .map(use -> new Use(use.getKey(), use.getValue()))
            .toList());
  }

  private static NamedColumn column(Column column) {
    return new NamedColumn(column.name(), column.type().text());
  }

  private static IssueType issueType(FoundIssueType type) {
    return new IssueType(
        type.id(), type.name(), type.subtask(), type.level(), type.projectId(), type.sampled());
  }
}
