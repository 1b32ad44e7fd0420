package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.simulator.live.Change.Kind;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One thing done to one issue, by chance.
 *
 * @param openly whether whatever is done leaves a trail
 */
record Deed(LiveSite site, Random random, SimIssue issue, boolean openly) {
  private static final List<String> LABELS = List.of("urgent", "brand", "seo", "video", "q1-push");

  /** Empty when that cannot be done to this issue. */
  Optional<Change> of(Kind kind) {
    long id = issue.id();
    return switch (kind) {
      case EDITED -> Optional.of(edit());
      case TRANSITIONED -> pick(site.catalogue().statuses()).flatMap(this::transition);
      case COMMENTED -> Optional.of(site.comment(id, words()));
      case COMMENT_EDITED ->
          child("comment", "comments").map(it -> site.editComment(id, it, words(), trail()));
      case COMMENT_DELETED ->
          child("comment", "comments").map(it -> site.deleteComment(id, it, trail()));
      case WORK_LOGGED -> Optional.of(log());
      case WORKLOG_EDITED ->
          child("worklog", "worklogs").map(it -> site.editWorklog(id, it, hours(), trail()));
      case WORKLOG_DELETED ->
          child("worklog", "worklogs").map(it -> site.deleteWorklog(id, it, trail()));
      case MOVED -> move();
      case CREATED -> Optional.of(site.create(project(), words()));
      case DELETED -> Optional.of(site.delete(id));
      case LINKED -> other().map(to -> site.link(id, to));
      case UNLINKED ->
          pick(LiveWork.ids(issue.json().path("fields").path("issuelinks")))
              .map(link -> site.unlink(id, link, trail()));
      case ARCHIVED -> Optional.of(site.archive(id));
      case HIDDEN -> Optional.of(site.hide(id));
      case RESTORED -> restore();
    };
  }

  private Change edit() {
    JsonNode fields = issue.json().path("fields");
    List<String> numbers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode schema = site.catalogue().schema(field.getKey());
      boolean custom = field.getKey().startsWith("customfield_");
      if (custom && schema.path("type").asText().equals("number")) {
        numbers.add(field.getKey());
      }
    }
    return switch (random.nextInt(5)) {
      case 0 -> site.edit(issue.id(), "labels", labels(fields.path("labels")));
      case 1 -> priority();
      case 2 -> numbers.isEmpty() ? summary() : number(numbers);
      case 3 ->
          site.edit(
              issue.id(), "duedate", TextNode.valueOf("2027-0" + (1 + random.nextInt(9)) + "-15"));
      default -> summary();
    };
  }

  private Change summary() {
    return site.edit(issue.id(), "summary", TextNode.valueOf(words()));
  }

  private Change priority() {
    return pick(site.catalogue().priorities())
        .map(priority -> site.edit(issue.id(), "priority", priority))
        .orElseGet(this::summary);
  }

  private Change number(List<String> fields) {
    String field = pick(fields).orElseThrow();
    return site.edit(issue.id(), field, DoubleNode.valueOf(random.nextInt(100_000) / 4.0));
  }

  private ArrayNode labels(JsonNode before) {
    ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    String label = pick(LABELS).orElseThrow();
    boolean had = false;
    for (JsonNode each : before) {
      had |= each.asText().equals(label);
      if (!each.asText().equals(label)) {
        labels.add(each);
      }
    }
    return had ? labels : labels.add(label);
  }

  private Optional<Change> transition(ObjectNode status) {
    return status.path("id").asText().equals(issue.traits().statusId())
        ? Optional.empty()
        : Optional.of(site.transition(issue.id(), status.path("id").asText()));
  }

  private Change log() {
    Duration spent = hours();
    return site.logWork(issue.id(), spent, site.now().minus(spent));
  }

  /** Sub-tasks go where their parents go. */
  private Optional<Change> move() {
    boolean alone = !issue.json().path("fields").path("issuetype").path("subtask").asBoolean();
    String to = project();
    return alone && !to.equals(Store.project(issue.key()))
        ? Optional.of(site.move(issue.id(), to))
        : Optional.empty();
  }

  /** The project of some issue, which is one that can be seen. */
  private String project() {
    Store store = site.store();
    for (int attempt = 0; attempt < 20; attempt++) {
      Optional<Revision> picked =
          store.revision(store.id(random.nextInt(store.size()))).filter(store::isPresent);
      if (picked.isPresent()) {
        return Store.project(picked.get().issue().key());
      }
    }
    return Store.project(issue.key());
  }

  private Optional<Long> other() {
    Store store = site.store();
    return store
        .revision(store.id(random.nextInt(store.size())))
        .filter(store::isPresent)
        .map(revision -> revision.issue().id())
        .filter(id -> id != issue.id());
  }

  private Optional<Change> restore() {
    Store store = site.store();
    return store
        .revision(store.id(random.nextInt(store.size())))
        .filter(it -> it.standing() == Standing.ARCHIVED || it.standing() == Standing.HIDDEN)
        .map(it -> site.restore(it.issue().id()));
  }

  private Optional<Long> child(String field, String list) {
    JsonNode stored = issue.json().path("fields").path(field);
    return pick(LiveWork.ids(stored.isArray() ? stored : stored.path(list)));
  }

  private Trail trail() {
    return random.nextBoolean() || openly ? Trail.LEFT : Trail.NONE;
  }

  private Duration hours() {
    return Duration.ofMinutes(15L * (1 + random.nextInt(32)));
  }

  private String words() {
    return "Changed " + Integer.toString(random.nextInt(1 << 30), 36);
  }

  private <T> Optional<T> pick(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }
}
