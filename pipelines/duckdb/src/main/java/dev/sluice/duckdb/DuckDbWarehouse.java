package dev.sluice.duckdb;

import dev.sluice.duckdb.Database.BusyException;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.Merge;
import dev.sluice.transforms.local.OpenWarehouse;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * The local warehouse in a DuckDB file. What is added to a file that is there is one transaction; a
 * file that is made anew is made beside its place and moved there when it is whole.
 */
public final class DuckDbWarehouse implements LocalWarehouse {

  private static final String DRAFT = ".new";

  /** The one instance that is needed; it keeps nothing. */
  public DuckDbWarehouse() {}

  @Override
  public Merge merge(WarehouseStore store, Path file, MartColumns marts) {
    if (!Files.exists(file)) {
      return rebuild(store, file, marts);
    }
    try (DuckDBConnection connection = Database.forWriting(file)) {
      connection.setAutoCommit(false);
      Merging.Taken taken = new Merging(store, marts).missing(connection);
      connection.commit();
      return new Merge.Done(taken.runs(), taken.rows());
    } catch (BusyException e) {
      return new Merge.Busy(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  @Override
  public Merge rebuild(WarehouseStore store, Path file, MartColumns marts) {
    Path draft = file.resolveSibling(file.getFileName() + DRAFT);
    try {
      if (Files.exists(file)) {
        requireIdle(file);
      }
      deleteWithLog(draft);
      Merging.Taken taken = build(store, draft, marts);
      Files.deleteIfExists(log(file));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Merge.Done(taken.runs(), taken.rows());
    } catch (BusyException e) {
      return new Merge.Busy(String.valueOf(e.getMessage()));
    } catch (SQLException | IOException e) {
      throw failed(file, e);
    } finally {
      discard(draft);
    }
  }

  @Override
  public OpenWarehouse open(Path file) {
    try {
      return new Questions(Database.forReading(file));
    } catch (BusyException e) {
      throw new LocalWarehouseException(
          file + " is being written to by " + e.getMessage() + "; ask again in a moment", e);
    }
  }

  private static Merging.Taken build(WarehouseStore store, Path draft, MartColumns marts)
      throws SQLException, BusyException {
    try (DuckDBConnection connection = Database.forWriting(draft)) {
      connection.setAutoCommit(false);
      Merging.Taken taken = new Merging(store, marts).everything(connection);
      connection.commit();
      return taken;
    }
  }

  /** A damaged file is what a rebuild is for; one that somebody reads is not taken away. */
  private static void requireIdle(Path file) throws BusyException, SQLException {
    try {
      Database.forWriting(file).close();
    } catch (LocalWarehouseException damaged) {
      // What cannot be opened holds nothing that could be lost.
      return;
    }
  }

  private static void deleteWithLog(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(log(file));
  }

  private static void discard(Path draft) {
    try {
      deleteWithLog(draft);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + draft, e);
    }
  }

  /** Where DuckDB keeps what is committed but not yet in its place. */
  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  private static LocalWarehouseException failed(Path file, Exception e) {
    return new LocalWarehouseException("cannot write " + file + ": " + e.getMessage(), e);
  }
}
