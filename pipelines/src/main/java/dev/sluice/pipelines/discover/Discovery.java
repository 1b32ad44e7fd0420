package dev.sluice.pipelines.discover;

import dev.sluice.schemas.mart.MartRole;
import java.util.List;
import java.util.SortedMap;

/**
 * What a site holds, as far as the account may see it and the configuration is about it.
 *
 * @param jira the server in words
 * @param issues in scope, as Jira counts them
 * @param projects in scope: those with most issues first, then those not counted, by key
 * @param invisible keys the configuration names and Jira does not show
 * @param fields all of them, custom ones by number first; also those of issues that the catalogue
 *     does not list
 * @param collisions custom fields whose names alone would give them the same column, by that column
 * @param roles who plays which role in the views
 * @param campaignTypes names of the issue types that are campaigns there
 * @param issueTypes in Jira's order
 * @param statuses how many there are
 * @param perProject the most issues a project has in the sample
 * @param requests spent on all this
 */
public record Discovery(
    String jira,
    long issues,
    List<FoundProject> projects,
    List<String> invisible,
    List<FoundField> fields,
    SortedMap<String, List<String>> collisions,
    List<MartRole> roles,
    List<String> campaignTypes,
    List<FoundIssueType> issueTypes,
    int statuses,
    int perProject,
    long requests) {

  /** Copies the lists. */
  public Discovery {
    projects = List.copyOf(projects);
    invisible = List.copyOf(invisible);
    fields = List.copyOf(fields);
    roles = List.copyOf(roles);
    campaignTypes = List.copyOf(campaignTypes);
    issueTypes = List.copyOf(issueTypes);
  }

  /** Returns the projects that were looked into. */
  public List<FoundProject> lookedInto() {
    return projects.stream().filter(project -> !project.leftOut()).toList();
  }

  /** Returns the issues of projects that were left out; 0 where Jira's estimates contradict. */
  public long issuesLeftOut() {
    long counted = projects.stream().mapToLong(project -> project.issues().orElse(0)).sum();
    return projects.stream().anyMatch(FoundProject::leftOut) ? Math.max(0, issues - counted) : 0;
  }

  /** Returns the issues in the sample. */
  public long sampled() {
    return projects.stream().mapToLong(FoundProject::sampled).sum();
  }
}
