package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateFileTest {

  @TempDir Path folder;
  private WarehouseStore store;

  @BeforeEach
  void open() {
    store = WarehouseRoot.at(folder.toString()).store();
  }

  @Test
  void aNewWarehouseHasNoState() {
    assertThat(StateFile.read(store, "acme")).isEmpty();
  }

  @Test
  void theStateIsReadAsItWasWritten() {
    State state = new State(1, 7, "acme", Instant.EPOCH, "run-1", Instant.EPOCH, 3);
    store.write(WarehouseLayout.STATE, Documents.write(state));

    assertThat(StateFile.read(store, "acme")).contains(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "null", "{}", "[]", "{\"watermark\":\"2026-01-01T00:00:00Z\"}", "text"})
  void whatIsNoStateIsNeverTakenForAnEmptyOne(String text) {
    store.write(WarehouseLayout.STATE, text.getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(RunException.StateUnusable.class)
        .isThrownBy(() -> StateFile.read(store, "acme"))
        .withMessageContaining("_sluice/state.json is damaged or no state of sluice")
        .satisfies(e -> assertThat(e.hint()).contains("restore it from a copy"));
  }

  @Test
  void theStateOfAnotherPipelineIsRefused() {
    store.write(WarehouseLayout.STATE, Documents.write(State.initial("other")));

    assertThatExceptionOfType(RunException.StateUnusable.class)
        .isThrownBy(() -> StateFile.read(store, "acme"))
        .withMessageEndingWith("belongs to 'other', not to 'acme'");
  }

  @Test
  void theStateOfANewerVersionIsRefused() {
    store.write(
        WarehouseLayout.STATE, Documents.write(new State(2, 0, "acme", null, null, null, 0)));

    assertThatExceptionOfType(RunException.StateUnusable.class)
        .isThrownBy(() -> StateFile.read(store, "acme"))
        .withMessageContaining("newer version of sluice (format 2)");
  }
}
