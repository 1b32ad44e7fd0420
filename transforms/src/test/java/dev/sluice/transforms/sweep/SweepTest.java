package dev.sluice.transforms.sweep;

import static dev.sluice.transforms.PublishedWarehouse.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.transforms.PublishedWarehouse;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.CurrentState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SweepTest {

  /** Known are MKT-1 to MKT-60 and OPS-61 to OPS-100, with their numbers as ids. */
  private static final int KNOWN = 100;

  @TempDir Path folder;
  private FakeJira jira;
  private Scope scope = Scope.everything();
  private double maxDeleted = 0.05;
  private Optional<Instant> watermark = Optional.empty();

  @BeforeEach
  void knowAHundredIssues() {
    PublishedWarehouse.Run run = new PublishedWarehouse(folder).run();
    jira = new FakeJira().project("MKT", false).project("OPS", false);
    for (int id = 1; id <= KNOWN; id++) {
      run.issue(id, key(id), id, 200);
      jira.issue(id, key(id), minute(id));
    }
    run.publish();
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whereNothingDiffersThereIsNothingToDo(Edition edition) {
    SweepFindings findings = sweep(edition);

    assertThat(findings.tombstones()).isEmpty();
    assertThat(findings.toFetch()).isEmpty();
    assertThat(findings.remarks()).isEmpty();
    assertThat(findings.counts()).isEqualTo(new SweepCounts(100, 100, 0, 0, 0, 0, 0, 0, 0));
    assertThat(jira.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whatJiraHasAndTheWarehouseLacksIsFetched(Edition edition) {
    jira.issue(500, "OPS-500", minute(5)).issue(300, "MKT-300", minute(5));

    SweepFindings findings = sweep(edition);

    assertThat(findings.toFetch()).containsExactly("300", "500");
    assertThat(findings.remarks())
        .containsExactly("2 issues are in Jira but not in the warehouse: read now");
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void whatIsGoneIsLookedUpAndThenDeleted(Edition edition) {
    FakeJira left = new FakeJira().project("MKT", false).project("OPS", false);
    for (int id = 1; id <= KNOWN; id++) {
      if (id != 7 && id != 70) {
        left.issue(id, key(id), minute(id));
      }
    }
    jira = left;

    SweepFindings findings = sweep(edition);

    assertThat(findings.tombstones())
        .containsExactlyInAnyOrder(
            new Tombstone("7", "MKT-7", Tombstone.Reason.DELETED, null, FakeJira.NOW),
            new Tombstone("70", "OPS-70", Tombstone.Reason.DELETED, null, FakeJira.NOW));
    assertThat(findings.counts().deleted()).isEqualTo(2);
    assertThat(findings.remarks()).singleElement().asString().startsWith("2 issues are deleted: ");
    assertThat(jira.requests()).contains("projects", "find 2").doesNotContain("browse id-of-MKT");
  }

  @Test
  void whatJiraHidesOneByOneIsPermissionLost() {
    jira.forbidden(7);

    assertThat(sweep().tombstones())
        .containsExactly(
            new Tombstone("7", "MKT-7", Tombstone.Reason.PERMISSION_LOST, null, FakeJira.NOW));
  }

  @Test
  void trap30WhatIsArchivedIsNotDeleted() {
    jira.issue(7, "MKT-7", minute(7), true);

    assertThat(sweep().tombstones())
        .containsExactly(
            new Tombstone("7", "MKT-7", Tombstone.Reason.ARCHIVED, null, FakeJira.NOW));
  }

  @Test
  void theIssuesOfAnArchivedProjectAreArchived() {
    maxDeleted = 0.5;
    jira = new FakeJira().project("MKT", false).project("OPS", true);
    for (int id = 1; id <= KNOWN; id++) {
      jira.issue(id, key(id), minute(id));
      if (id > 60) {
        jira.unlisted(id);
      }
    }

    assertThat(sweep().counts().archived()).isEqualTo(40);
  }

  @Test
  void anIssueThatMovedOutOfTheProjectsAskedForIsMoved() {
    scope = Scope.projects(List.of("MKT", "OPS"));
    jira.project("HR", false).issue(7, "HR-1", minute(150));

    SweepFindings findings = sweep();

    assertThat(findings.tombstones())
        .containsExactly(new Tombstone("7", "MKT-7", Tombstone.Reason.MOVED, "HR-1", FakeJira.NOW));
    assertThat(findings.remarks())
        .containsExactly("1 issue is moved to where this pipeline does not look: MKT-7 (now HR-1)");
  }

  @Test
  void anIssueThatMovedWithinTheScopeIsNotGone() {
    scope = Scope.projects(List.of("MKT", "OPS"));
    jira.issue(7, "OPS-7", minute(150));

    assertThat(sweep().tombstones()).isEmpty();
    assertThat(jira.requests()).noneMatch(request -> request.startsWith("find"));
  }

  @Test
  void anIssueTheSearchMissesIsKeptAndReadAgainIfItChanged() {
    jira.unlisted(7).issue(8, "OPS-8", minute(150)).unlisted(8);

    SweepFindings findings = sweep();

    assertThat(findings.tombstones()).isEmpty();
    assertThat(findings.toFetch()).containsExactly("8");
    assertThat(findings.counts().kept()).isEqualTo(1);
    assertThat(findings.remarks())
        .contains("1 issue is there, but Jira's search does not list it: kept (MKT-7)");
  }

  @Test
  void trap26AProjectThatCannotBeSeenAnyMoreIsNotDeleted() {
    jira = new FakeJira().project("MKT", false);
    for (int id = 1; id <= 60; id++) {
      jira.issue(id, key(id), minute(id));
    }

    SweepFindings findings = sweep();

    assertThat(findings.tombstones()).isEmpty();
    assertThat(findings.counts().unseen()).isEqualTo(40);
    assertThat(findings.remarks())
        .singleElement()
        .asString()
        .startsWith("project OPS cannot be seen, or its issues cannot: permission_lost")
        .contains("40 issues of it kept");
    assertThat(jira.requests()).noneMatch(request -> request.startsWith("find"));
  }

  @Test
  void aProjectOfWhichNoIssueIsLeftIsOnlyDeletedWhenJiraSaysThatItMayBeBrowsed() {
    maxDeleted = 0.5;
    jira = new FakeJira().project("MKT", false).project("OPS", false);
    for (int id = 1; id <= 60; id++) {
      jira.issue(id, key(id), minute(id));
    }

    assertThat(sweep().counts().unseen()).isEqualTo(40);

    jira.browsable("id-of-OPS");
    assertThat(sweep().counts().deleted()).isEqualTo(40);
  }

  @Test
  void aProjectOfTheConfigurationThatCannotBeSeenIsLeftOutOfTheQuestion() {
    scope = Scope.projects(List.of("MKT", "OPS", "HR"));

    assertThat(sweep().remarks())
        .containsExactly("project HR of jira.projects cannot be seen: permission_lost");

    scope = Scope.projects(List.of("HR"));
    assertThatThrownBy(this::sweep)
        .isInstanceOf(SuspiciousCensusException.class)
        .hasMessageContaining("HR");
  }

  @Test
  void aProjectThatIsNoLongerAskedForStays() {
    scope = Scope.projects(List.of("MKT"));
    SweepFindings findings = sweep();

    assertThat(findings.tombstones()).isEmpty();
    assertThat(findings.remarks())
        .containsExactly(
            "project OPS is not among jira.projects: 40 issues of it kept as read last");
  }

  @Test
  void anIssueThatSomebodysJqlFindsNoLongerIsMovedOnceItIsSettled() {
    scope = Scope.matching("status != Done");
    jira.outsideFilter(7).outsideFilter(8).issue(8, "MKT-8", FakeJira.NOW.minusSeconds(60));

    SweepFindings findings = sweep();

    assertThat(findings.tombstones())
        .containsExactly(
            new Tombstone("7", "MKT-7", Tombstone.Reason.MOVED, "MKT-7", FakeJira.NOW));
    assertThat(findings.toFetch()).containsExactly("8");
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aChangeThatTheIndexShowedTooLateIsReadNow(Edition edition) {
    watermark = Optional.of(minute(20_000));
    jira.issue(7, "MKT-7", minute(19_990)).issue(8, "MKT-8", minute(20_000));

    SweepFindings findings = sweep(edition);

    assertThat(findings.toFetch()).containsExactly("7");
    assertThat(findings.remarks()).containsExactly("1 issue is not as Jira has it: read again");
  }

  @Test
  void aCensusThatLacksTooMuchIsNotActedUpon() {
    for (int id = 1; id <= 6; id++) {
      jira.unlisted(id);
    }

    assertThatThrownBy(this::sweep)
        .isInstanceOf(SuspiciousCensusException.class)
        .hasMessage(
            "Jira does not list 6 of 100 known issues (6.0 %), more than sweep.max-deleted allows");
    assertThat(jira.requests()).noneMatch(request -> request.startsWith("find"));

    maxDeleted = 0.06;
    assertThat(sweep().counts().kept()).isEqualTo(6);
  }

  @Test
  void anEmptyCensusIsNotActedUponWhateverIsAllowed() {
    maxDeleted = 1;
    jira = new FakeJira();

    assertThatThrownBy(this::sweep).isInstanceOf(SuspiciousCensusException.class);
  }

  @Test
  void whatHasATombstoneIsNotLookedForAgain() {
    PublishedWarehouse more = new PublishedWarehouse(folder);
    more.run();
    more.run().tombstone(7, "deleted", 300).publish();
    jira.unlisted(7);

    assertThat(sweep().counts()).isEqualTo(new SweepCounts(99, 99, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatComesBackIsFetched() {
    PublishedWarehouse more = new PublishedWarehouse(folder);
    more.run();
    more.run().tombstone(7, "deleted", 300).publish();

    assertThat(sweep().toFetch()).containsExactly("7");
  }

  private static String key(int id) {
    return (id <= 60 ? "MKT-" : "OPS-") + id;
  }

  private SweepFindings sweep() {
    return sweep(Edition.CLOUD);
  }

  private SweepFindings sweep(Edition edition) {
    SweepRequest request = new SweepRequest(scope, edition, maxDeleted, 0, FakeJira.NOW, watermark);
    CurrentState state = CurrentState.of(new PublishedWarehouse(folder).store());
    return new Sweep(jira, request, state).findings();
  }
}
