package dev.sluice.transforms.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.transforms.jira.FoundIssue;
import dev.sluice.transforms.jira.IssueIdPages;
import dev.sluice.transforms.jira.IssueLookup;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jql.IssueCounter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jira in which issue N was created in minute N, and whose index and database need not agree. It
 * understands the queries of a sweep.
 */
final class FakeJira implements SweptJira {

  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final Pattern CREATED = Pattern.compile("created (>=|<) (\\d+)");
  private static final Pattern UPDATED = Pattern.compile("updated (>=|<) (\\d+)");
  private static final Pattern IDS = Pattern.compile("id in \\(([^)]*)\\)");
  private static final Pattern PROJECTS = Pattern.compile("project in \\(([^)]*)\\)");

  private final Map<Long, FoundIssue> database = new TreeMap<>();
  private final Map<Long, String> bodies = new HashMap<>();
  private final Set<Long> unlisted = new HashSet<>();
  private final Set<Long> forbidden = new HashSet<>();
  private final Set<Long> outsideFilter = new HashSet<>();
  private final List<JsonNode> projects = new ArrayList<>();
  private final Map<String, Boolean> browsable = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private UnaryOperator<List<Long>> walk = ids -> ids;

  FakeJira project(String key, boolean archived) {
    ObjectNode project = JsonNodeFactory.instance.objectNode();
    project.put("id", "id-of-" + key).put("key", key).put("archived", archived);
    projects.add(project);
    return this;
  }

  FakeJira issue(long id, String key, Instant updated) {
    return issue(id, key, updated, false);
  }

  FakeJira issue(long id, String key, Instant updated, boolean archived) {
    String project = key.substring(0, key.indexOf('-'));
    database.put(
        id, new FoundIssue(id, key, "id-of-" + project, project, Optional.of(updated), archived));
    return this;
  }

  /** The search does not find an issue that is there. */
  FakeJira unlisted(long id) {
    unlisted.add(id);
    return this;
  }

  FakeJira forbidden(long id) {
    forbidden.add(id);
    return this;
  }

  /** What the search sends of an issue when its fields are asked for. */
  FakeJira body(long id, String json) {
    bodies.put(id, json);
    return this;
  }

  /** Somebody's own JQL does not find an issue. */
  FakeJira outsideFilter(long id) {
    outsideFilter.add(id);
    return this;
  }

  FakeJira browsable(String projectId) {
    browsable.put(projectId, true);
    return this;
  }

  /** What walks, but not counts, really give. */
  FakeJira walking(UnaryOperator<List<Long>> fault) {
    walk = fault;
    return this;
  }

  List<String> requests() {
    return requests;
  }

  @Override
  public IssueCounter counter() {
    return jql -> {
      requests.add("count " + jql);
      return matching(jql).size();
    };
  }

  @Override
  public IssueIdPages ids(String jql) {
    requests.add("ids " + jql);
    List<Long> ids = walk.apply(matching(jql));
    List<long[]> pages = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += 1_000) {
      pages.add(
          ids.subList(from, Math.min(ids.size(), from + 1_000)).stream()
              .mapToLong(Long::longValue)
              .toArray());
    }
    Iterator<long[]> next = pages.iterator();
    return () -> next.hasNext() ? Optional.of(next.next()) : Optional.empty();
  }

  @Override
  public IssuePages issues(String jql, List<String> fields) {
    requests.add("issues " + jql);
    List<byte[]> found =
        matching(jql).stream()
            .filter(bodies::containsKey)
            .map(id -> Objects.requireNonNull(bodies.get(id)).getBytes(StandardCharsets.UTF_8))
            .toList();
    Iterator<IssuePage> pages = List.of(new IssuePage(found, NOW, 0)).iterator();
    return () -> pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
  }

  @Override
  public List<JsonNode> projects() {
    requests.add("projects");
    return projects;
  }

  @Override
  public IssueLookup.Answer find(Collection<Long> issueIds) {
    requests.add("find " + issueIds.size());
    Map<Long, FoundIssue> found = new HashMap<>();
    issueIds.stream()
        .filter(id -> database.containsKey(id) && !forbidden.contains(id))
        .forEach(id -> found.put(id, database.get(id)));
    Set<Long> hidden = new HashSet<>(forbidden);
    hidden.retainAll(issueIds);
    return new IssueLookup.Answer(found, hidden);
  }

  @Override
  public boolean mayBrowse(String projectId) {
    requests.add("browse " + projectId);
    return browsable.getOrDefault(projectId, false);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  private List<Long> matching(String jql) {
    Predicate<FoundIssue> created =
        within(CREATED, jql, issue -> Instant.ofEpochSecond(60 * issue.id()));
    Predicate<FoundIssue> updated =
        within(UPDATED, jql, issue -> issue.updated().orElse(Instant.EPOCH));
    Optional<List<String>> ids = listed(IDS, jql);
    Optional<List<String>> within = listed(PROJECTS, jql);
    return database.values().stream()
        .filter(issue -> !unlisted.contains(issue.id()) && !forbidden.contains(issue.id()))
        .filter(issue -> !issue.archived())
        .filter(created.and(updated))
        .filter(issue -> ids.isEmpty() || ids.get().contains(Long.toString(issue.id())))
        .filter(
            issue -> within.isEmpty() || within.get().contains("\"" + issue.projectKey() + "\""))
        .filter(issue -> !jql.contains("status") || !outsideFilter.contains(issue.id()))
        .map(FoundIssue::id)
        .toList();
  }

  private static Predicate<FoundIssue> within(
      Pattern pattern, String jql, Function<FoundIssue, Instant> time) {
    Predicate<FoundIssue> all = issue -> true;
    Matcher bounds = pattern.matcher(jql);
    while (bounds.find()) {
      Instant bound = Instant.ofEpochMilli(Long.parseLong(bounds.group(2)));
      boolean before = bounds.group(1).equals("<");
      all = all.and(issue -> time.apply(issue).isBefore(bound) == before);
    }
    return all;
  }

  private static Optional<List<String>> listed(Pattern pattern, String jql) {
    Matcher matcher = pattern.matcher(jql);
    return matcher.find()
        ? Optional.of(Arrays.asList(matcher.group(1).split(", ")))
        : Optional.empty();
  }
}
