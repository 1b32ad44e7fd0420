package dev.sluice.duckdb;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.file.DataFileStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends the rows of files to their table. */
final class Loading {

  private final WarehouseStore store;

  Loading(WarehouseStore store) {
    this.store = store;
  }

  /** Appends every row, in the order of the files; returns how many there were. */
  long append(Shape shape, List<Manifest.DataFile> files, DuckDBConnection connection)
      throws SQLException {
    if (files.isEmpty()) {
      return 0;
    }
    Appending[] columns =
        shape.columns().stream()
            .map(column -> Appending.of(column.type()))
            .toArray(Appending[]::new);
    long rows = 0;
    try (DuckDBAppender appender = connection.createAppender("main", shape.table())) {
      for (Manifest.DataFile file : files) {
        rows += append(file, shape, columns, appender);
      }
    }
    return rows;
  }

  private long append(
      Manifest.DataFile file, Shape shape, Appending[] columns, DuckDBAppender appender)
      throws SQLException {
    long rows = 0;
    try (DataFileStream<@Nullable Object[]> stream =
        new DataFileStream<>(store.open(file.path()), new AvroRow(shape.names()))) {
      int mark = shape.names().indexOf(Shape.DELETED);
      while (stream.hasNext()) {
        @Nullable Object[] row = stream.next();
        if (mark >= 0) {
          row[mark] = false;
        }
        append(row, columns, appender);
        rows++;
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      throw new LocalWarehouseException(
          "cannot take in " + store.root() + file.path() + ": " + e.getMessage(), e);
    }
  }

  private static void append(@Nullable Object[] row, Appending[] columns, DuckDBAppender appender)
      throws SQLException {
    appender.beginRow();
    for (int i = 0; i < columns.length; i++) {
      Object value = row[i];
      if (value == null) {
        appender.appendNull();
      } else {
        columns[i].append(value, appender);
      }
    }
    appender.endRow();
  }
}
