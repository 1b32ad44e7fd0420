package dev.sluice.duckdb;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Takes runs into a database. */
final class Merging {

  private static final Set<String> DIMENSIONS =
      Tables.dimensions().stream().map(Table::name).collect(Collectors.toUnmodifiableSet());

  private final WarehouseStore store;
  private final MartColumns marts;
  private final PublishedRuns published;
  private final List<Manifest> all;

  Merging(WarehouseStore store, MartColumns marts) {
    this.store = store;
    this.marts = marts;
    this.published = new PublishedRuns(store);
    this.all = published.manifests();
  }

  /**
   * What was done.
   *
   * @param runs how many were taken in
   * @param rows how many rows they brought
   */
  record Taken(int runs, long rows) {}

  /** Takes in what is missing; the caller commits. */
  Taken missing(DuckDBConnection connection) throws SQLException {
    MergedRuns merged = new MergedRuns(connection);
    Set<String> known = merged.ids();
    List<Manifest> batch = all.stream().filter(run -> !known.contains(run.runId())).toList();
    List<Shape> shapes = new Shapes(connection, published).prepare(batch);
    merged.add(batch);
    long rows = 0;
    for (Shape shape : shapes) {
      rows += new Loading(store).append(shape, files(shape, batch, connection), connection);
    }
    finish(connection, shapes);
    return new Taken(batch.size(), rows);
  }

  /** Takes everything into an empty database, on several cores; nobody sees it meanwhile. */
  Taken everything(DuckDBConnection connection) throws SQLException {
    MergedRuns merged = new MergedRuns(connection);
    merged.ids();
    List<Shape> shapes = new Shapes(connection, published).prepare(all);
    merged.add(all);
    List<ParallelLoading.Piece> pieces = new ArrayList<>();
    for (Shape shape : shapes) {
      List<Manifest.DataFile> files = files(shape, all, connection);
      if (isOrdered(shape)) {
        pieces.add(new ParallelLoading.Piece(shape, files));
      } else {
        files.forEach(file -> pieces.add(new ParallelLoading.Piece(shape, List.of(file))));
      }
    }
    connection.commit();
    long rows = new ParallelLoading(new Loading(store)).load(pieces, connection);
    finish(connection, shapes);
    return new Taken(all.size(), rows);
  }

  private void finish(DuckDBConnection connection, List<Shape> shapes) throws SQLException {
    new Currency(connection).settle();
    new DatabaseViews(connection, marts).replace(shapes);
  }

  /** Of a dimension, what the newest run wrote that wrote any; people are collected over all. */
  private List<Manifest.DataFile> files(
      Shape shape, List<Manifest> batch, DuckDBConnection connection) throws SQLException {
    String table = shape.table();
    if (!DIMENSIONS.contains(table) || table.equals(Tables.USER.name())) {
      return batch.stream().flatMap(run -> run.table(table).files().stream()).toList();
    }
    Manifest newest = null;
    for (Manifest run : all) {
      newest = run.table(table).files().isEmpty() ? newest : run;
    }
    if (newest == null || !batch.contains(newest)) {
      return List.of();
    }
    Database.execute(connection, "DELETE FROM " + Sql.name(table));
    return newest.table(table).files();
  }

  /** Whether a row that comes later replaces one of the same key. */
  private static boolean isOrdered(Shape shape) {
    return shape.table().startsWith("_") || DIMENSIONS.contains(shape.table());
  }
}
