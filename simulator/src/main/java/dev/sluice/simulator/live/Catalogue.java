package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a site has to choose from, in the form in which issues hold it. */
final class Catalogue {
  private static final List<String> ONLY_LISTED =
      List.of("untranslatedName", "scope", "statusColor", "locale");
  private static final List<String> OF_PROJECT =
      List.of("self", "id", "key", "name", "projectTypeKey", "simplified", "avatarUrls");

  /** Names that histories have for fields whose ids differ. */
  private static final Map<String, String> LABELS =
      Map.of("fixVersions", "Fix Version", "versions", "Version", "components", "Component");

  private final Site site;
  private final Administration administration;
  private final List<ObjectNode> people;

  Catalogue(Site site, Administration administration) {
    this.site = site;
    this.administration = administration;
    people =
        site.users().stream()
            .filter(user -> user.path("active").asBoolean(true))
            .map(Catalogue::inIssues)
            .toList();
  }

  /** Somebody who works here; turns go round. */
  Optional<ObjectNode> person(long turn) {
    return people.isEmpty()
        ? Optional.empty()
        : Optional.of(people.get((int) (turn % people.size())).deepCopy());
  }

  JsonNode schema(String fieldId) {
    return field(fieldId).map(field -> field.path("schema")).orElse(MissingNode.getInstance());
  }

  /** How histories call a field. */
  String label(String fieldId) {
    return field(fieldId)
        .filter(field -> fieldId.startsWith("customfield_"))
        .map(field -> field.path("name").asText(fieldId))
        .orElse(LABELS.getOrDefault(fieldId, fieldId));
  }

  private Optional<ObjectNode> field(String id) {
    return administration.definitions().fields().stream()
        .filter(field -> field.path("id").asText().equals(id))
        .findFirst();
  }

  Optional<ObjectNode> project(String key) {
    return site.projects().stream()
        .filter(project -> project.path("key").asText().equals(key))
        .findFirst()
        .map(project -> project.deepCopy().retain(OF_PROJECT));
  }

  List<ObjectNode> statuses() {
    return administration.definitions().statuses();
  }

  Optional<ObjectNode> status(String id) {
    return byId(administration.definitions().statuses(), id);
  }

  Optional<ObjectNode> firstStatus(String category) {
    return administration.definitions().statuses().stream()
        .filter(status -> category(status).equals(category))
        .findFirst()
        .map(Catalogue::inIssues);
  }

  Optional<ObjectNode> resolution() {
    return site.resolutions().stream().findFirst().map(Catalogue::inIssues);
  }

  List<ObjectNode> priorities() {
    return administration.definitions().priorities().stream().map(Catalogue::inIssues).toList();
  }

  /** The first type that is no part of something larger, nor something that has parts. */
  Optional<ObjectNode> plainType() {
    return administration.definitions().issueTypes().stream()
        .filter(type -> !type.path("subtask").asBoolean())
        .filter(type -> type.path("hierarchyLevel").asInt(0) == 0)
        .findFirst()
        .map(Catalogue::inIssues);
  }

  static String category(JsonNode status) {
    return status.path("statusCategory").path("key").asText("undefined");
  }

  private static Optional<ObjectNode> byId(List<ObjectNode> all, String id) {
    return all.stream()
        .filter(each -> each.path("id").asText().equals(id))
        .findFirst()
        .map(Catalogue::inIssues);
  }

  private static ObjectNode inIssues(ObjectNode listed) {
    return listed.deepCopy().without(ONLY_LISTED);
  }
}
