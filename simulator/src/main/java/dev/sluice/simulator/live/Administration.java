package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The hands of an administrator on the definitions of a site. Issues show the change at once, but
 * neither their histories nor {@code updated} tell of it: so does Jira. Safe for use by several
 * threads. What is not there is a {@link NoSuchElementException}, and nothing is changed.
 */
public final class Administration {
  private static final String CUSTOM = "customfield_";

  private final LiveSite site;
  private final Map<String, ObjectNode> trash = new HashMap<>();
  private final Map<String, Map<Long, JsonNode>> valuesInTrash = new HashMap<>();
  private volatile Definitions definitions;

  Administration(LiveSite site, Site atRest) {
    this.site = site;
    this.definitions = Definitions.of(atRest);
  }

  /** What is defined now. */
  public Definitions definitions() {
    return definitions;
  }

  /**
   * Makes a custom field that no issue has a value of.
   *
   * @param type such as {@code number}
   * @param items type of the elements of an array; null for what is none
   * @param kind the type key, such as {@code
   *     com.atlassian.jira.plugin.system.customfieldtypes:float}
   * @return its id, which no field ever had
   */
  public String addField(String name, String type, @Nullable String items, String kind) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", type);
    if (items != null) {
      schema.put("items", items);
    }
    return site.alone(() -> add(name, schema.put("custom", kind)));
  }

  private String add(String name, ObjectNode schema) {
    long number = 1 + highest();
    String id = CUSTOM + number;
    ObjectNode field =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("key", id)
            .put("name", name)
            .put("untranslatedName", name)
            .put("custom", true)
            .put("orderable", true)
            .put("navigable", true)
            .put("searchable", true);
    field.putArray("clauseNames").add("cf[" + number + "]").add(name);
    field.set("schema", schema.put("customId", number));
    List<ObjectNode> fields = new ArrayList<>(definitions.fields());
    fields.add(field);
    definitions = definitions.withFields(fields);
    return id;
  }

  private long highest() {
    Set<String> ids = new HashSet<>(trash.keySet());
    definitions.fields().forEach(field -> ids.add(field.path("id").asText()));
    return ids.stream()
        .filter(id -> id.startsWith(CUSTOM))
        .mapToLong(id -> Long.parseLong(id.substring(CUSTOM.length())))
        .max()
        .orElse(9_999);
  }

  /** Gives a field another name. */
  public void renameField(String id, String name) {
    changeField(id, field -> field.put("name", name).put("untranslatedName", name));
  }

  /**
   * Gives a field another type.
   *
   * @param conversion what becomes of each value that is there
   */
  public void retypeField(String id, String type, String kind, UnaryOperator<JsonNode> conversion) {
    changeField(
        id,
        field -> {
          ObjectNode schema = JsonNodeFactory.instance.objectNode();
          schema.put("type", type).put("custom", kind);
          field.set("schema", schema.set("customId", field.path("schema").path("customId")));
        });
    eachIssue(
        fields -> {
          if (fields.hasNonNull(id)) {
            fields.set(id, conversion.apply(fields.get(id)));
          }
        });
  }

  /** Puts a field into the trash, with all its values. */
  public void deleteField(String id) {
    site.alone(
        () -> {
          List<ObjectNode> fields = new ArrayList<>(definitions.fields());
          ObjectNode field = field(id);
          fields.remove(field);
          trash.put(id, field);
          Map<Long, JsonNode> values = new HashMap<>();
          eachIssue((issue, content) -> keep(issue, content.remove(id), values));
          valuesInTrash.put(id, values);
          definitions = definitions.withFields(fields);
          return id;
        });
  }

  private static void keep(long issue, @Nullable JsonNode value, Map<Long, JsonNode> values) {
    if (value != null) {
      values.put(issue, value);
    }
  }

  /** Brings a field back from the trash, with its values. */
  public void restoreField(String id) {
    site.alone(
        () -> {
          ObjectNode field = trash.remove(id);
          if (field == null) {
            throw LiveSite.missing("field " + id + " in the trash");
          }
          List<ObjectNode> fields = new ArrayList<>(definitions.fields());
          fields.add(field);
          Map<Long, JsonNode> values = valuesInTrash.getOrDefault(id, Map.of());
          eachIssue(
              (issue, content) -> {
                if (values.containsKey(issue)) {
                  content.set(id, values.get(issue));
                }
              });
          definitions = definitions.withFields(fields);
          return id;
        });
  }

  /** Deletes a field and makes one of the same name and type; returns the id of that. */
  public String recreateField(String id) {
    return site.alone(
        () -> {
          ObjectNode field = field(id);
          deleteField(id);
          return add(field.path("name").asText(), field.withObject("/schema").deepCopy());
        });
  }

  /** Takes a field out of the list the account is shown; issues still hold it. */
  public void hideField(String id) {
    site.alone(
        () -> {
          Set<String> hidden = new HashSet<>(definitions.hidden());
          hidden.add(field(id).path("id").asText());
          definitions = definitions.withHidden(hidden);
          return id;
        });
  }

  /** Shows a field again that was hidden. */
  public void showField(String id) {
    site.alone(
        () -> {
          Set<String> hidden = new HashSet<>(definitions.hidden());
          hidden.remove(id);
          definitions = definitions.withHidden(hidden);
          return id;
        });
  }

  /** Whether the account may search among all fields, hidden ones too; it may by default. */
  public void administrator(boolean is) {
    site.alone(() -> definitions = definitions.withAdministrator(is));
  }

  /** Gives a status another name. */
  public void renameStatus(String id, String name) {
    changeListed("status", definitions.statuses(), id, status -> status.put("name", name));
  }

  /** Puts a status into the category that another status is in. */
  public void moveStatus(String id, String likeStatus) {
    JsonNode category = listed(definitions.statuses(), likeStatus).path("statusCategory");
    changeListed(
        "status", definitions.statuses(), id, it -> it.set("statusCategory", category.deepCopy()));
  }

  /** Gives an issue type another name. */
  public void renameIssueType(String id, String name) {
    changeListed("issuetype", definitions.issueTypes(), id, type -> type.put("name", name));
  }

  /** Gives a priority another name. */
  public void renamePriority(String id, String name) {
    changeListed("priority", definitions.priorities(), id, priority -> priority.put("name", name));
  }

  private void changeField(String id, Consumer<ObjectNode> change) {
    site.alone(
        () -> {
          definitions = definitions.withFields(changed(definitions.fields(), field(id), change));
          return id;
        });
  }

  private void changeListed(
      String field, List<ObjectNode> list, String id, Consumer<ObjectNode> change) {
    site.alone(
        () -> {
          List<ObjectNode> others = changed(list, listed(list, id), change);
          Definitions now = definitions;
          definitions =
              new Definitions(
                  now.fields(),
                  now.hidden(),
                  field.equals("status") ? others : now.statuses(),
                  field.equals("issuetype") ? others : now.issueTypes(),
                  field.equals("priority") ? others : now.priorities(),
                  now.administrator());
          eachIssue(
              fields -> {
                if (fields.path(field) instanceof ObjectNode value
                    && value.path("id").asText().equals(id)) {
                  change.accept(value);
                }
              });
          return id;
        });
  }

  private static List<ObjectNode> changed(
      List<ObjectNode> list, ObjectNode one, Consumer<ObjectNode> change) {
    ObjectNode copy = one.deepCopy();
    change.accept(copy);
    return list.stream().map(each -> each.equals(one) ? copy : each).toList();
  }

  private ObjectNode field(String id) {
    return listed(definitions.fields(), id);
  }

  private static ObjectNode listed(List<ObjectNode> list, String id) {
    return list.stream()
        .filter(each -> each.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> LiveSite.missing("definition " + id));
  }

  private void eachIssue(Consumer<ObjectNode> change) {
    eachIssue((issue, fields) -> change.accept(fields));
  }

  /** Rewrites, without a trace, the issues in which the change changes anything. */
  private void eachIssue(OfIssue change) {
    Store store = site.store();
    for (int place = 0; place < store.size(); place++) {
      SimIssue before = store.revision(store.id(place)).orElseThrow().issue();
      ObjectNode tree = before.json().deepCopy();
      change.accept(before.id(), tree.withObject("/fields"));
      if (!tree.equals(before.json())) {
        store.put(SimIssue.compact(tree), site.now());
      }
    }
  }

  private interface OfIssue {
    void accept(long issue, ObjectNode fields);
  }
}
