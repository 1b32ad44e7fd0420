package dev.sluice.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.live.Administration;
import dev.sluice.simulator.live.Definitions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People who change what there is in Jira, week by week, and know what a run has to tell of it. No
 * field suffers two changes in one week.
 */
final class Administrators {

  private static final String TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:";
  private static final Map<String, String> KINDS =
      Map.of("number", "float", "string", "textfield", "date", "datepicker", "option", "select");
  private static final List<String> WORDS = List.of("number", "string", "date", "option");

  private final Administration jira;
  private final Random random;
  private final boolean secondLookAtOnce;

  /** What Jira lists or would list, by id. */
  private final Map<String, String> typeById = new TreeMap<>();

  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> trash = new TreeSet<>();

  /** Fields that Jira does not list, by the number of runs that saw so. */
  private final Map<String, Integer> unseen = new TreeMap<>();

  private final Set<String> touched = new TreeSet<>();
  private int names;

  /**
   * @param secondLookAtOnce whether one run finds out what became of a field that is not listed
   */
  Administrators(Administration jira, long seed, boolean secondLookAtOnce) {
    this.jira = jira;
    this.random = new Random(seed);
    this.secondLookAtOnce = secondLookAtOnce;
    for (int i = 0; i < 8; i++) {
      add();
    }
    touched.clear();
  }

  /** The fields that issues can be given values of, with their types. */
  Map<String, String> fields() {
    return new LinkedHashMap<>(typeById);
  }

  /** Makes one to five changes; returns what the next run has to tell, as {@code kind id}. */
  Set<String> week() {
    touched.clear();
    Set<String> expected = new TreeSet<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      change().ifPresent(expected::add);
    }
    expected.addAll(removals());
    return expected;
  }

  private Optional<String> change() {
    return switch (random.nextInt(11)) {
      case 0 -> Optional.of("added " + add());
      case 1 -> field().map(this::rename);
      case 2 -> field().map(this::retype);
      case 3 -> field().flatMap(this::delete);
      case 4 -> trash.stream().filter(touched::add).findFirst().flatMap(this::restore);
      case 5 -> field().map(this::recreate);
      case 6 -> field().flatMap(this::hide);
      case 7 -> hidden.stream().filter(touched::add).findFirst().flatMap(this::show);
      case 8 -> listed("status", jira.definitions().statuses()).map(this::renameStatus);
      case 9 -> listed("issue_type", jira.definitions().issueTypes()).map(this::renameType);
      default -> listed("priority", jira.definitions().priorities()).map(this::renamePriority);
    };
  }

  private String add() {
    String type = WORDS.get(random.nextInt(WORDS.size()));
    String id = jira.addField(name(), type, null, TYPES + KINDS.get(type));
    typeById.put(id, type);
    touched.add(id);
    return id;
  }

  private String rename(String id) {
    jira.renameField(id, name());
    return "renamed " + id;
  }

  private String retype(String id) {
    String before = typeById.get(id);
    String type = WORDS.get((WORDS.indexOf(before) + 1 + random.nextInt(3)) % WORDS.size());
    jira.retypeField(id, type, TYPES + KINDS.get(type), value -> value(type, value.hashCode()));
    typeById.put(id, type);
    return "retyped " + id;
  }

  private Optional<String> delete(String id) {
    jira.deleteField(id);
    trash.add(id);
    return missed(id);
  }

  private Optional<String> missed(String id) {
    if (secondLookAtOnce) {
      unseen.put(id, 2);
      return Optional.of("removed " + id);
    }
    unseen.put(id, 0);
    return Optional.empty();
  }

  private Optional<String> restore(String id) {
    jira.restoreField(id);
    trash.remove(id);
    return seenAgain(id);
  }

  private Optional<String> seenAgain(String id) {
    Integer looks = unseen.remove(id);
    return looks != null && looks >= 2 ? Optional.of("restored " + id) : Optional.empty();
  }

  private String recreate(String id) {
    String type = typeById.remove(id);
    String heir = jira.recreateField(id);
    typeById.put(heir, type);
    touched.add(heir);
    return "recreated " + heir;
  }

  private Optional<String> hide(String id) {
    jira.hideField(id);
    hidden.add(id);
    if (!secondLookAtOnce) {
      unseen.put(id, 0);
    }
    return Optional.empty();
  }

  private Optional<String> show(String id) {
    jira.showField(id);
    hidden.remove(id);
    return seenAgain(id);
  }

  /** What was missed by one run is removed by the next. */
  private Set<String> removals() {
    Set<String> removed = new TreeSet<>();
    for (Map.Entry<String, Integer> entry : unseen.entrySet()) {
      entry.setValue(Math.min(3, entry.getValue() + 1));
      if (entry.getValue() == 2) {
        removed.add("removed " + entry.getKey());
      }
    }
    return removed;
  }

  private String renameStatus(String id) {
    jira.renameStatus(id, name());
    return "renamed status:" + id;
  }

  private String renameType(String id) {
    jira.renameIssueType(id, name());
    return "renamed issue_type:" + id;
  }

  private String renamePriority(String id) {
    jira.renamePriority(id, name());
    return "renamed priority:" + id;
  }

  /** A field that is listed and was left in peace this week. */
  private Optional<String> field() {
    List<String> free = new ArrayList<>(typeById.keySet());
    free.removeAll(touched);
    free.removeAll(hidden);
    free.removeAll(trash);
    return pick(free);
  }

  private Optional<String> listed(String list, List<ObjectNode> all) {
    List<String> free = new ArrayList<>();
    all.forEach(each -> free.add(each.path("id").asText()));
    free.removeIf(id -> touched.contains(list + ":" + id));
    Optional<String> picked = pick(free);
    picked.ifPresent(id -> touched.add(list + ":" + id));
    return picked;
  }

  private Optional<String> pick(List<String> free) {
    if (free.isEmpty()) {
      return Optional.empty();
    }
    String picked = free.get(random.nextInt(free.size()));
    touched.add(picked);
    return Optional.of(picked);
  }

  private String name() {
    names++;
    return List.of("Budget ", "Größe ", "Ziel: ", "予算 ", "Launch-").get(random.nextInt(5)) + names;
  }

  /** Which fields people can fill in: neither deleted nor hidden from them. */
  boolean isUsable(String id, Definitions definitions) {
    return definitions.shownFields().stream().anyMatch(it -> it.path("id").asText().equals(id));
  }

  /** Some value of a type, as issues hold it. */
  static JsonNode value(String type, int seed) {
    int number = Math.floorMod(seed, 10_000);
    return switch (type) {
      case "number" -> JsonNodeFactory.instance.numberNode(number / 4.0);
      case "date" ->
          JsonNodeFactory.instance.textNode(LocalDate.of(2026, 1, 1).plusDays(number).toString());
      case "option" ->
          JsonNodeFactory.instance
              .objectNode()
              .put("id", Integer.toString(number))
              .put("value", "Choice " + number);
      default -> JsonNodeFactory.instance.textNode("Text " + number);
    };
  }

  /** How a row holds such a value, as text. */
  static String cell(String type, JsonNode value) {
    return switch (type) {
      case "number" -> Double.toString(value.asDouble());
      case "date" -> Long.toString(LocalDate.parse(value.asText()).toEpochDay());
      case "option" ->
          "{\"id\": \"%s\", \"value\": \"%s\"}"
              .formatted(value.path("id").asText(), value.path("value").asText());
      default -> value.asText();
    };
  }
}
