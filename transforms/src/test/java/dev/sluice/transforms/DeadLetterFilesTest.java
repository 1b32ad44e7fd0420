package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadLetterFilesTest {

  @TempDir Path folder;

  @Test
  void whatWasSetAsideIsOpenUntilALaterRunHasTheIssue() {
    WarehouseStore store = WarehouseStore.at(folder.toString());
    issue(store, "r1", "101");
    letter(store, "r2", "101");
    letter(store, "r3", "102");

    assertThat(open(store)).containsExactly("101 r2", "102 r3");

    issue(store, "r4", "101");
    assertThat(open(store)).containsExactly("102 r3");

    Warehouses.publish(store, "r5", "_tombstone", "issue_id", "102");
    assertThat(open(store)).isEmpty();
  }

  @Test
  void anIssueSetAsideAgainIsOpenOnceAsItWasLast() {
    WarehouseStore store = WarehouseStore.at(folder.toString());
    letter(store, "r1", "101");
    letter(store, "r2", "101");

    assertThat(open(store)).containsExactly("101 r2");
    OpenDeadLetter letter = DeadLetterFiles.of(store).open().get(0);
    assertThat(letter.replayJql()).isEqualTo("id = 101");
    assertThat(letter.errorMessage()).isEqualTo("no created");
  }

  @Test
  void aLetterWithoutAnIssueCannotBeReplayed() {
    WarehouseStore store = WarehouseStore.at(folder.toString());
    Warehouses.publish(store, "r1", "_dead_letter", "run_id", "r1", "stage", "RenameFields");

    assertThat(open(store)).isEmpty();
  }

  @Test
  void anEmptyWarehouseHasNone() {
    assertThat(open(WarehouseStore.at(folder.toString()))).isEmpty();
  }

  private static List<String> open(WarehouseStore store) {
    return DeadLetterFiles.of(store).open().stream()
        .map(letter -> letter.issueId() + " " + letter.runId())
        .toList();
  }

  private static void issue(WarehouseStore store, String run, String id) {
    Warehouses.publish(store, run, "issue", "id", id, "key", "MKT-1");
  }

  private static void letter(WarehouseStore store, String run, String id) {
    Warehouses.publish(
        store,
        run,
        "_dead_letter",
        "run_id",
        run,
        "issue_id",
        id,
        "replay_jql",
        "id = " + id,
        "error_message",
        "no created");
  }
}
