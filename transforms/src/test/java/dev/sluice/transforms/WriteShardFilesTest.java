package dev.sluice.transforms;

import static dev.sluice.transforms.RenameFieldsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteShardFilesTest {

  private static final String FILE =
      "issue/interval=20260101T0000Z_20260102T0000Z/run=r1/s0001.avro";

  @TempDir Path folder;

  @Test
  void eachShardIsOneWholeFileNamedAfterIt() throws IOException {
    write(Runs.issue(1, Runs.STAMPS), Runs.issue(2, Runs.STAMPS));

    assertThat(files()).containsExactly(FILE);
    assertThat(read(folder.resolve(FILE)))
        .extracting(row -> row.get("key").toString())
        .containsExactlyInAnyOrder("MKTG-1", "MKTG-2");
  }

  @Test
  void trap67WritingAShardAgainReplacesItsFile() throws IOException {
    write(Runs.issue(1, Runs.STAMPS), Runs.issue(2, Runs.STAMPS));
    write(Runs.issue(3, Runs.STAMPS));

    assertThat(files()).containsExactly(FILE);
    assertThat(read(folder.resolve(FILE)))
        .extracting(row -> row.get("key").toString())
        .containsExactly("MKTG-3");
  }

  @Test
  void noRowsMakeNoFile() throws IOException {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(written(pipeline, List.of())).empty();
    pipeline.run().waitUntilFinish();

    assertThat(files()).isEmpty();
  }

  private void write(RawIssue... issues) {
    Pipeline pipeline = Pipeline.create();
    PCollection<WrittenFile> written = written(pipeline, List.of(issues));
    long expected = issues.length;
    String root = folder.toString();
    PAssert.that(written)
        .satisfies(
            files -> {
              WrittenFile file = only(files);
              assertThat(file.shardId()).isEqualTo("s0001");
              assertThat(file.table()).isEqualTo("issue");
              assertThat(file.file().path()).isEqualTo(FILE);
              assertThat(file.file().rows()).isEqualTo(expected);
              assertThat(file.file().bytes())
                  .isEqualTo(Path.of(root).resolve(FILE).toFile().length());
              assertThat(file.file().schema()).matches("[0-9a-f]{16}");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  /** One issue list is one element, so that the rows share a bundle as a fetched shard's do. */
  private PCollection<WrittenFile> written(Pipeline pipeline, List<RawIssue> issues) {
    return pipeline
        .apply(Create.of(List.of(issues)).withCoder(ListCoder.of(RawIssue.RawIssueCoder.INSTANCE)))
        .apply(Flatten.iterables())
        .apply(RenameFields.to(Runs.tables(), Runs.header("r1")))
        .rows()
        .apply(NormalizeTimestamps.of(Runs.tables()))
        .rows()
        .apply(WriteShardFiles.to(WarehouseStore.at(folder.toString()), Runs.header("r1")));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  static List<GenericRecord> read(Path file) {
    List<GenericRecord> rows = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      reader.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
