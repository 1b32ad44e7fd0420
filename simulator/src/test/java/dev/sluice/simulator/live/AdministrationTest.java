package dev.sluice.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class AdministrationTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Site SITE = MarketingSite.seeded(7, 40, NOW);
  private static final String BUDGET = "customfield_10042";

  private final LiveSite live = new LiveSite(SITE, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO);
  private final Administration admin = live.administration();

  @Test
  void deletedFieldComesBackFromTheTrashWithItsValues() {
    List<JsonNode> before = values(BUDGET);

    admin.deleteField(BUDGET);
    assertThat(ids()).doesNotContain(BUDGET);
    assertThat(values(BUDGET)).allMatch(JsonNode::isMissingNode);

    admin.restoreField(BUDGET);
    assertThat(ids()).contains(BUDGET);
    assertThat(values(BUDGET)).isEqualTo(before);
  }

  @Test
  void neitherHistoriesNorTimesTellOfAnAdministrator() {
    admin.renameStatus("10013", "Finished");
    admin.retypeField(BUDGET, "string", "x:textfield", value -> TextNode.valueOf("was " + value));

    assertThat(values(BUDGET)).anyMatch(value -> value.asText().startsWith("was "));
    for (SimIssue before : SITE.issues()) {
      SimIssue after = live.issue(before.id()).orElseThrow();
      assertThat(after.updated()).isEqualTo(before.updated());
      assertThat(after.json().path("changelog")).isEqualTo(before.json().path("changelog"));
      JsonNode status = after.json().path("fields").path("status");
      if (status.path("id").asText().equals("10013")) {
        assertThat(status.path("name").asText()).isEqualTo("Finished");
      }
    }
  }

  @Test
  void fieldCreatedAgainHasAnIdNoFieldEverHad() {
    String heir = admin.recreateField(BUDGET);

    assertThat(SITE.fields()).noneMatch(field -> field.path("id").asText().equals(heir));
    ObjectNode field = field(heir);
    assertThat(field.path("name").asText()).isEqualTo("Campaign Budget");
    assertThat(field.path("schema").path("type").asText()).isEqualTo("number");
    assertThat(admin.addField("New", "date", null, "x:datepicker")).isNotEqualTo(heir);
  }

  @Test
  void hiddenFieldIsNotShownAndStaysInIssues() {
    List<JsonNode> before = values(BUDGET);
    admin.hideField(BUDGET);

    assertThat(admin.definitions().shownFields())
        .noneMatch(field -> field.path("id").asText().equals(BUDGET));
    assertThat(values(BUDGET)).isEqualTo(before);
    admin.showField(BUDGET);
    assertThat(admin.definitions().shownFields()).hasSameSizeAs(SITE.fields());
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> admin.renameField("customfield_1", "X"));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> admin.restoreField(BUDGET));
  }

  private List<String> ids() {
    return admin.definitions().fields().stream().map(field -> field.path("id").asText()).toList();
  }

  private ObjectNode field(String id) {
    return admin.definitions().fields().stream()
        .filter(field -> field.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> values(String id) {
    return SITE.issues().stream()
        .map(issue -> live.issue(issue.id()).orElseThrow().json().path("fields").path(id))
        .toList();
  }
}
