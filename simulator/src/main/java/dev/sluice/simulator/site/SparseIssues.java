package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The issues of a sparse site. */
final class SparseIssues extends GeneratedIssues {
  private static final long FIRST_ID = 10_000;
  private static final Duration BUSY = Duration.ofHours(1);

  private final int size;
  private final Person person;
  private final long stepMillis;
  private final int perProject;
  private final List<Traits> traits;

  SparseIssues(int size, Person person) {
    this.size = size;
    this.person = person;
    stepMillis =
        Duration.between(SparseSite.first(), SparseSite.end()).toMillis() / Math.max(1, size);
    int projects = SparseSite.PROJECTS.size();
    perProject = Math.max(1, (size + projects - 1) / projects);
    traits = SparseSite.PROJECTS.stream().map(SparseIssues::traits).toList();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public SimIssue get(int position) {
    Objects.checkIndex(position, size);
    int project = position / perProject;
    String key = SparseSite.PROJECTS.get(project) + "-" + (position % perProject + 1);
    Instant created = SparseSite.first().plusMillis(position * stepMillis);
    return new SimIssue(
        FIRST_ID + position,
        key,
        created,
        created.plus(BUSY),
        traits.get(project),
        () -> write(position, key, created));
  }

  @Override
  public int position(long id) {
    return id >= FIRST_ID && id < FIRST_ID + size ? (int) (id - FIRST_ID) : -1;
  }

  @Override
  public Optional<SimIssue> byKey(String key) {
    int dash = key.lastIndexOf('-');
    int project = dash < 0 ? -1 : SparseSite.PROJECTS.indexOf(key.substring(0, dash));
    if (project < 0 || !key.substring(dash + 1).matches("[1-9]\\d{0,8}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(key.substring(dash + 1));
    long position = (long) project * perProject + number - 1;
    return number <= perProject && position < size
        ? Optional.of(get((int) position))
        : Optional.empty();
  }

  static ObjectNode project(int number) {
    String key = SparseSite.PROJECTS.get(number);
    return Json.named("project", Integer.toString(10_100 + number), "Sparse " + key)
        .put("key", key)
        .put("projectTypeKey", "software")
        .put("simplified", false);
  }

  private static Traits traits(String key) {
    ObjectNode fields = Json.object();
    fields.set("project", project(SparseSite.PROJECTS.indexOf(key)));
    what(fields);
    ObjectNode issue = Json.object();
    issue.set("fields", fields);
    return Traits.of(issue);
  }

  private static void what(ObjectNode fields) {
    fields.set("issuetype", Kind.TASK.json());
    fields.set("status", Status.TO_DO.json());
    fields.set("priority", Priority.MEDIUM.json());
    fields.set("resolution", null);
  }

  private ObjectNode write(int position, String key, Instant created) {
    String id = Long.toString(FIRST_ID + position);
    ObjectNode issue =
        Json.object().put("id", id).put("self", Json.self("issue/" + id)).put("key", key);
    ObjectNode fields = issue.putObject("fields").put("summary", "Task " + (position + 1));
    fields.set("project", project(position / perProject));
    what(fields);
    fields.set("creator", person.json());
    fields.set("reporter", person.json());
    fields.set("assignee", null);
    fields.put("created", Stamps.moment(created, ZoneOffset.UTC));
    fields.put("updated", Stamps.moment(created.plus(BUSY), ZoneOffset.UTC));
    for (String list : List.of("labels", "components", "fixVersions", "versions")) {
      fields.putArray(list);
    }
    for (String list : List.of("issuelinks", "subtasks", "attachment")) {
      fields.putArray(list);
    }
    fields.putObject("comment").put("total", 0).putArray("comments");
    fields.putObject("worklog").put("total", 0).putArray("worklogs");
    issue.putObject("changelog").put("total", 0).putArray("histories");
    return issue;
  }
}
