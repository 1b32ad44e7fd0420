package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * One issue at rest: what the API layer needs to find it, and its JSON made or parsed on demand, so
 * that hundreds of thousands of issues fit into a small heap. Immutable and safe for use by many
 * threads as long as nobody writes into the tree of {@link #json()}.
 */
public final class SimIssue {
  private static final ThreadLocal<Asked> LAST_ASKED = new ThreadLocal<>();

  private final long id;
  private final String key;
  private final Instant created;
  private final Instant updated;
  private final Traits traits;
  private final Supplier<ObjectNode> content;

  /** Holds a tree: {@link #json()} returns this very tree every time. */
  public SimIssue(long id, String key, Instant created, Instant updated, ObjectNode json) {
    this(id, key, created, updated, Traits.of(json), () -> json);
  }

  /**
   * Keeps a tree as text, which takes a tenth of its room; {@link #json()} parses it each time.
   *
   * @throws UnreadableSiteException when it has no usable id, {@code created} or {@code updated}
   */
  public static SimIssue compact(ObjectNode json) {
    byte[] text = Json.bytes(json);
    String key = json.path("key").asText();
    return new SimIssue(
        IssueLines.id(json, key),
        key,
        IssueLines.moment(json, "created", key),
        IssueLines.moment(json, "updated", key),
        Traits.of(json),
        () -> Json.parse(text));
  }

  SimIssue(
      long id,
      String key,
      Instant created,
      Instant updated,
      Traits traits,
      Supplier<ObjectNode> content) {
    this.id = id;
    this.key = key;
    this.created = created;
    this.updated = updated;
    this.traits = traits;
    this.content = content;
  }

  /** The same issue with another time of its last change, whose tree is made anew each time. */
  public SimIssue withUpdated(Instant moment, ZoneId zone) {
    return new SimIssue(
        id,
        key,
        created,
        moment,
        traits,
        () -> {
          ObjectNode tree = content.get().deepCopy();
          tree.withObject("/fields").put("updated", Stamps.moment(moment, zone));
          return tree;
        });
  }

  /** Returns Jira's numeric id, never reused. */
  public long id() {
    return id;
  }

  /** Returns the current key. */
  public String key() {
    return key;
  }

  /** Returns when it was created; the order in which Jira indexes it. */
  public Instant created() {
    return created;
  }

  /** Returns when it was last changed: never before any of its histories, comments or worklogs. */
  public Instant updated() {
    return updated;
  }

  /** Returns what queries ask most, without reading the JSON. */
  public Traits traits() {
    return traits;
  }

  /**
   * Returns the whole issue as a Data Center answer with {@code expand=changelog} would hold it:
   * {@code id, key, self, fields{...}, changelog{histories[...]}}, histories oldest first.
   * Histories, comments and worklogs are complete; the API layer caps them. Rich text is either
   * wiki text (a string) or an ADF object; people carry {@code accountId} and/or {@code key/name};
   * the API layer converts to what an edition shows.
   *
   * <p>Asking costs making or parsing the tree, unless the same thread asked for the same issue
   * last. The tree is to be read only: copy it before changing it.
   */
  public ObjectNode json() {
    Asked last = LAST_ASKED.get();
    if (last == null || last.issue != this) {
      last = new Asked(this, content.get());
      LAST_ASKED.set(last);
    }
    return last.tree;
  }

  @Override
  public String toString() {
    return key + " (" + id + ")";
  }

  /** The tree a thread looked at last. */
  private record Asked(SimIssue issue, ObjectNode tree) {}
}
