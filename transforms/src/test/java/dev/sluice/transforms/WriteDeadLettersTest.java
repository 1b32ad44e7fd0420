package dev.sluice.transforms;

import static dev.sluice.transforms.RenameFieldsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteDeadLettersTest {

  @TempDir Path folder;

  @Test
  void theLettersOfAShardAreOneFileInTheirOrder() {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(
                    Create.of(List.of(letter(7), letter(3)))
                        .withCoder(DocumentCoder.of(DeadLetter.class)))
                .apply(
                    WriteDeadLetters.to(WarehouseStore.at(folder.toString()), Runs.header("r1"))))
        .satisfies(
            files -> {
              assertThat(only(files).table()).isEqualTo("_dead_letter");
              assertThat(only(files).file().rows()).isEqualTo(2);
              return null;
            });
    pipeline.run().waitUntilFinish();

    Path file =
        folder.resolve("_dead_letter/interval=20260101T0000Z_20260102T0000Z/run=r1/s0001.avro");
    assertThat(WriteShardFilesTest.read(file))
        .extracting(row -> row.get("position"))
        .containsExactly(3L, 7L);
    assertThat(WriteShardFilesTest.read(file).get(0).get("raw")).hasToString("{\"id\":3}");
  }

  private static DeadLetter letter(long position) {
    return new DeadLetter(
        position,
        Runs.READ_AT,
        "RenameFields",
        "s0001",
        "3",
        null,
        null,
        "UnusableIssueException",
        "the issue has no usable 'created'",
        "{\"id\":" + position + "}",
        "id = 3");
  }
}
