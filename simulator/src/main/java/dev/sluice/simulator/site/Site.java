package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A Jira site at rest: everything the API layer serves, in Jira's own JSON.
 *
 * @param name what {@code /serverInfo} calls the site
 * @param siteZone the system default user time zone: stamps in answers carry its offset
 * @param accountZone the profile zone of the calling account: JQL date literals are read in it
 * @param issues ordered by id
 * @param fields the answer of {@code /field}, one object a field
 * @param projects as {@code /project/{key}} answers: with {@code components} and {@code versions}
 * @param sprints sprints by board id, in the form of {@code /rest/agile/1.0/board/{id}/sprint}
 * @param formerKeys the id of the issue behind each key it had before it was moved
 */
public record Site(
    String name,
    ZoneId siteZone,
    ZoneId accountZone,
    List<SimIssue> issues,
    List<ObjectNode> fields,
    List<ObjectNode> projects,
    List<ObjectNode> users,
    List<ObjectNode> statuses,
    List<ObjectNode> issueTypes,
    List<ObjectNode> priorities,
    List<ObjectNode> resolutions,
    List<ObjectNode> boards,
    Map<Long, List<ObjectNode>> sprints,
    Map<String, Long> formerKeys) {

  /** Copies the lists but that of generated issues; the JSON in them is not copied. */
  public Site {
    issues = issues instanceof GeneratedIssues ? issues : List.copyOf(issues);
    fields = List.copyOf(fields);
    projects = List.copyOf(projects);
    users = List.copyOf(users);
    statuses = List.copyOf(statuses);
    issueTypes = List.copyOf(issueTypes);
    priorities = List.copyOf(priorities);
    resolutions = List.copyOf(resolutions);
    boards = List.copyOf(boards);
    sprints = Map.copyOf(sprints);
    formerKeys = Map.copyOf(formerKeys);
  }

  /** The same site with other issues. */
  public Site withIssues(List<SimIssue> others) {
    return with(siteZone, accountZone, others, fields, projects, users, statuses);
  }

  /** The same site in other time zones. */
  public Site withZones(ZoneId ofTheSite, ZoneId ofTheAccount) {
    return with(ofTheSite, ofTheAccount, issues, fields, projects, users, statuses);
  }

  /** The same site with other fields. */
  public Site withFields(List<ObjectNode> others) {
    return with(siteZone, accountZone, issues, others, projects, users, statuses);
  }

  /** The same site with other projects. */
  public Site withProjects(List<ObjectNode> others) {
    return with(siteZone, accountZone, issues, fields, others, users, statuses);
  }

  /** The same site with another directory of people. */
  public Site withUsers(List<ObjectNode> others) {
    return with(siteZone, accountZone, issues, fields, projects, others, statuses);
  }

  /** The same site with other statuses. */
  public Site withStatuses(List<ObjectNode> others) {
    return with(siteZone, accountZone, issues, fields, projects, users, others);
  }

  private Site with(
      ZoneId ofTheSite,
      ZoneId ofTheAccount,
      List<SimIssue> otherIssues,
      List<ObjectNode> otherFields,
      List<ObjectNode> otherProjects,
      List<ObjectNode> otherUsers,
      List<ObjectNode> otherStatuses) {
    return new Site(
        name,
        ofTheSite,
        ofTheAccount,
        otherIssues,
        otherFields,
        otherProjects,
        otherUsers,
        otherStatuses,
        issueTypes,
        priorities,
        resolutions,
        boards,
        sprints,
        formerKeys);
  }

  /** Creates a site none of whose issues was ever moved. */
  public Site(
      String name,
      ZoneId siteZone,
      ZoneId accountZone,
      List<SimIssue> issues,
      List<ObjectNode> fields,
      List<ObjectNode> projects,
      List<ObjectNode> users,
      List<ObjectNode> statuses,
      List<ObjectNode> issueTypes,
      List<ObjectNode> priorities,
      List<ObjectNode> resolutions,
      List<ObjectNode> boards,
      Map<Long, List<ObjectNode>> sprints) {
    this(
        name,
        siteZone,
        accountZone,
        issues,
        fields,
        projects,
        users,
        statuses,
        issueTypes,
        priorities,
        resolutions,
        boards,
        sprints,
        Map.of());
  }
}
