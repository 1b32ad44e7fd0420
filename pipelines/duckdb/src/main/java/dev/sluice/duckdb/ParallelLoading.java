package dev.sluice.duckdb;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.transforms.local.LocalWarehouseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;

/** Loads files on several cores at once, each with a transaction of its own. */
final class ParallelLoading {

  private static final int MOST_THREADS = 4;

  private final Loading loading;

  ParallelLoading(Loading loading) {
    this.loading = loading;
  }

  /** Files that go into one table one after the other. */
  record Piece(Shape shape, List<Manifest.DataFile> files) {

    long bytes() {
      return files.stream().mapToLong(Manifest.DataFile::bytes).sum();
    }
  }

  /** Returns how many rows there were. */
  long load(List<Piece> pieces, DuckDBConnection connection) throws SQLException {
    // The largest first: the cores end together.
    Queue<Piece> queue =
        new ConcurrentLinkedQueue<>(
            pieces.stream().sorted(Comparator.comparingLong(Piece::bytes).reversed()).toList());
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(executor.submit(() -> drain(queue, connection)));
      }
      long rows = 0;
      for (Future<Long> result : results) {
        rows += result.get();
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalWarehouseException("interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new LocalWarehouseException(String.valueOf(cause.getMessage()), e);
    } finally {
      executor.shutdownNow();
    }
  }

  private long drain(Queue<Piece> queue, DuckDBConnection connection) throws SQLException {
    long rows = 0;
    try (DuckDBConnection own = connection.duplicate()) {
      own.setAutoCommit(false);
      for (Piece piece = queue.poll(); piece != null; piece = queue.poll()) {
        rows += loading.append(piece.shape(), piece.files(), own);
      }
      own.commit();
    }
    return rows;
  }
}
