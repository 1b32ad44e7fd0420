package dev.sluice.transforms.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WarehouseStoreTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAndReplaced() {
    WarehouseStore store = WarehouseStore.at(folder.toString());

    store.write("_sluice/state.json", bytes("one"));
    store.write("_sluice/state.json", bytes("two"));

    assertThat(store.read("_sluice/state.json")).hasValue(bytes("two"));
    assertThat(store.read("_sluice/other.json")).isEmpty();
  }

  @Test
  void ofSeveralWhoWriteAFileOnceOneWins() throws Exception {
    WarehouseStore store = WarehouseStore.at(folder.toString());
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] content = bytes("writer " + i);
      writers.add(() -> store.writeOnce("_sluice/fields/1.json", content));
    }
    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    List<Boolean> won = new ArrayList<>();
    for (Future<Boolean> writer : threads.invokeAll(writers)) {
      won.add(writer.get());
    }
    threads.shutdown();

    assertThat(won).containsOnlyOnce(true);
    byte[] there = store.read("_sluice/fields/1.json").orElseThrow();
    assertThat(there).isEqualTo(bytes("writer " + won.indexOf(true)));
    assertThat(store.writeOnce("_sluice/fields/1.json", there)).isTrue();
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileThatIsNotPublishedNeverAppears() throws IOException {
    WarehouseStore store = WarehouseStore.at(folder.toString());

    try (WarehouseStore.WholeFile file = store.create("issue/a.avro")) {
      file.stream().write(bytes("half"));
      assertThat(store.list("issue/*")).isEmpty();
    }

    try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void listingIsRelativeSortedAndTreatsAbsenceAsEmpty() {
    WarehouseStore store = WarehouseStore.at(folder.toString());
    store.write("_sluice/fields/2.json", bytes("b"));
    store.write("_sluice/fields/1.json", bytes("a"));

    assertThat(store.list("_sluice/fields/*.json"))
        .containsExactly("_sluice/fields/1.json", "_sluice/fields/2.json");
    assertThat(store.list("nothing/*")).isEmpty();
    store.delete("_sluice/fields/1.json");
    store.delete("_sluice/fields/1.json");
    assertThat(store.list("_sluice/fields/*.json")).containsExactly("_sluice/fields/2.json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
