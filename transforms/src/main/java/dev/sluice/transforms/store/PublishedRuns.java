package dev.sluice.transforms.store;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.WarehouseLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * What earlier runs published: only what a manifest names exists. Rows are read one after another
 * and never held. A file that cannot be read is an {@link UncheckedIOException} that names it.
 */
public final class PublishedRuns {

  /** The order in which runs ended. */
  public static final Comparator<Manifest> ORDER =
      Comparator.comparing(Manifest::finishedAt).thenComparing(Manifest::runId);

  private final WarehouseStore store;

  /** Looks through the manifests of {@code store}. */
  public PublishedRuns(WarehouseStore store) {
    this.store = store;
  }

  /** The manifests, in the order in which the runs ended. */
  public List<Manifest> manifests() {
    List<Manifest> manifests = new ArrayList<>();
    for (String path : store.list(WarehouseLayout.manifest("*"))) {
      store.read(path).ifPresent(json -> manifests.add(Documents.read(json, Manifest.class)));
    }
    manifests.sort(ORDER);
    return manifests;
  }

  /**
   * The newest run, by its start, that published rows of a table, and is not the one named; reads
   * no more manifests than it must.
   */
  public Optional<Manifest> newestWith(String table, String otherThanRunId) {
    List<String> paths = new ArrayList<>(store.list(WarehouseLayout.manifest("*")));
    Collections.reverse(paths);
    for (String path : paths) {
      Optional<Manifest> manifest =
          store
              .read(path)
              .map(json -> Documents.read(json, Manifest.class))
              .filter(found -> !found.runId().equals(otherThanRunId))
              .filter(found -> !found.table(table).files().isEmpty());
      if (manifest.isPresent()) {
        return manifest;
      }
    }
    return Optional.empty();
  }

  /**
   * Reads some columns of every row that a run published of a table, as texts; a column that is
   * null there, or that the table did not have yet, is absent.
   */
  public void rows(
      Manifest manifest, String table, List<String> columns, Consumer<Map<String, String>> row) {
    for (Manifest.DataFile file : manifest.table(table).files()) {
      records(file, schema -> narrowed(schema, columns), record -> row.accept(texts(record)));
    }
  }

  /**
   * Reads every row of a file, in its order.
   *
   * @param reading says as what the rows are read, given the schema they were written with
   * @param row gets each row in a record of its own
   */
  public void records(
      Manifest.DataFile file, UnaryOperator<Schema> reading, Consumer<GenericRecord> row) {
    GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>();
    try (DataFileStream<GenericRecord> rows =
        new DataFileStream<>(store.open(file.path()), reader)) {
      reader.setExpected(reading.apply(rows.getSchema()));
      for (GenericRecord record : rows) {
        row.accept(record);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The schema a file was written with. */
  public Schema schema(Manifest.DataFile file) {
    try (DataFileStream<GenericRecord> rows =
        new DataFileStream<>(store.open(file.path()), new GenericDatumReader<>())) {
      return rows.getSchema();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The same record with some of its columns only; those it does not have stay away. */
  public static Schema narrowed(Schema whole, List<String> columns) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : whole.getFields()) {
      if (columns.contains(field.name())) {
        fields.add(new Schema.Field(field.name(), field.schema(), field.doc()));
      }
    }
    return Schema.createRecord(
        whole.getName(), whole.getDoc(), whole.getNamespace(), whole.isError(), fields);
  }

  private UncheckedIOException unreadable(Manifest.DataFile file, IOException e) {
    return new UncheckedIOException(
        "cannot read " + store.root() + file.path() + ": " + e.getMessage(), e);
  }

  private static Map<String, String> texts(GenericRecord record) {
    Map<String, String> texts = new HashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value != null) {
        texts.put(field.name(), value.toString());
      }
    }
    return texts;
  }
}
