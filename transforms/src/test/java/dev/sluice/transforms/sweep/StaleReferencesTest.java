package dev.sluice.transforms.sweep;

import static dev.sluice.transforms.PublishedWarehouse.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.transforms.PublishedWarehouse;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.CurrentState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 1 is what the others name: as MKT-1 at first, which was moved to OPS-9. */
final class StaleReferencesTest {

  private static final FieldColumns EPIC_LINK =
      new FieldColumns(
          List.of(
              new FieldColumn(
                  new JiraField(
                      "customfield_10014",
                      "Epic Link",
                      true,
                      Optional.of("any"),
                      Optional.empty(),
                      Optional.of("com.pyxis.greenhopper.jira:gh-epic-link"),
                      Optional.empty(),
                      Optional.empty()),
                  "epic_link",
                  Scalar.STRING)));

  @TempDir Path folder;
  private PublishedWarehouse warehouse;
  private final FakeJira jira = new FakeJira().project("MKT", false).project("OPS", false);

  @BeforeEach
  void startEmpty() {
    warehouse = new PublishedWarehouse(folder);
  }

  @Test
  void aParentThatWasMovedIsNamedByItsOldKey() {
    warehouse.run().issue(1, "MKT-1", 1, 100).issue(2, "MKT-2", 1, 100, parent("MKT-1")).publish();
    warehouse.run().issue(1, "OPS-9", 150, 200).publish();

    assertThat(sweep().toFetch()).containsExactly("2");
    assertThat(sweep().remarks())
        .containsExactly("1 issue names others by keys that they lost, or that are gone: read now");
  }

  @Test
  void whatWasReadAgainSinceIsLeftAlone() {
    warehouse.run().issue(1, "MKT-1", 1, 100).publish();
    warehouse.run().issue(1, "OPS-9", 150, 200).publish();
    warehouse.run().issue(2, "MKT-2", 1, 300, parent("MKT-1")).publish();

    assertThat(sweep().toFetch()).isEmpty();
  }

  @Test
  void aLinkedIssueThatWasMovedIsNamedByItsOldKey() {
    PublishedWarehouse.Run run = warehouse.run().issue(1, "MKT-1", 1, 100);
    run.issue(2, "MKT-2", 1, 100).row(PublishedWarehouse.table("issue_link"), 100, link("MKT-1"));
    run.publish();
    assertThat(sweep().toFetch()).isEmpty();

    warehouse.run().issue(1, "OPS-9", 150, 200).publish();
    assertThat(sweep().toFetch()).containsExactly("2");
  }

  @Test
  void anEpicLinkThatHoldsAFormerKeyIsOutOfDate() {
    PublishedWarehouse.Run first = warehouse.run().with(EPIC_LINK).issue(1, "MKT-1", 1, 100);
    first.issue(2, "MKT-2", 1, 100, Map.of("epic_link", "MKT-1")).publish();
    assertThat(sweep().toFetch()).isEmpty();

    warehouse
        .run()
        .issue(1, "OPS-9", 150, 200)
        .row(
            PublishedWarehouse.table("issue_key_alias"),
            200,
            Map.of("old_key", "MKT-1", "issue_id", "1", "key", "OPS-9"))
        .publish();
    assertThat(sweep().toFetch()).containsExactly("2");
  }

  @Test
  void whatNamesAnIssueWithATombstoneIsReadOnceMore() {
    warehouse.run().issue(1, "MKT-1", 1, 100).issue(2, "MKT-2", 1, 100, parent("MKT-1")).publish();
    warehouse.run().issue(3, "MKT-3", 1, 200).tombstone(1, "deleted", 200).publish();
    assertThat(sweep().toFetch()).containsExactly("2");

    warehouse.run().issue(2, "MKT-2", 1, 300, parent("MKT-1")).publish();
    assertThat(sweep().toFetch()).isEmpty();
  }

  @Test
  void whatThisSweepFindsGoneCountsAlready() {
    warehouse.run().issue(1, "MKT-1", 1, 100).issue(2, "MKT-2", 1, 100, parent("MKT-1")).publish();
    jira.issue(2, "MKT-2", minute(1));

    SweepFindings findings =
        new Sweep(jira, request(), CurrentState.of(warehouse.store())).findings();

    assertThat(findings.counts().deleted()).isEqualTo(1);
    assertThat(findings.toFetch()).containsExactly("2");
  }

  @Test
  void anIssueTheSearchMissesUnderItsNewKeyCountsAlready() {
    warehouse.run().issue(1, "MKT-1", 1, 100).issue(2, "MKT-2", 1, 100, parent("MKT-1")).publish();
    jira.issue(1, "OPS-9", minute(1)).unlisted(1).issue(2, "MKT-2", minute(1));

    assertThat(new Sweep(jira, request(), CurrentState.of(warehouse.store())).findings().toFetch())
        .containsExactly("1", "2");
  }

  private static Map<String, String> parent(String key) {
    return Map.of("parent_id", "1", "parent_key", key);
  }

  private static Map<String, String> link(String key) {
    return Map.of("issue_id", "2", "id", "77", "related_issue_id", "1", "related_issue_key", key);
  }

  /** Sweeps a Jira that lists what the warehouse holds. */
  private SweepFindings sweep() {
    CurrentState state = CurrentState.of(warehouse.store());
    state.known(issue -> jira.issue(Long.parseLong(issue.id()), issue.key(), issue.updated()));
    return new Sweep(jira, request(), state).findings();
  }

  private static SweepRequest request() {
    Comparison comparison =
        new Comparison(false, Set.of(), Map.of("customfield_10014", "epic_link"));
    return new SweepRequest(
        Scope.everything(), Edition.CLOUD, 1, 0, FakeJira.NOW, Optional.empty(), comparison);
  }
}
