package dev.sluice.schemas.layout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run published. It is written after every file it names is whole, and is the only thing
 * that readers trust: a file that no manifest names does not exist.
 *
 * @param watermark up to where the pipeline is complete after this run, UTC; null when nothing is
 * @param tables by table name, in alphabetical order
 */
public record Manifest(
    String runId,
    String pipeline,
    RunStatus status,
    Instant startedAt,
    Instant finishedAt,
    Interval interval,
    @Nullable Instant watermark,
    Map<String, TableFiles> tables) {

  public Manifest {
    tables = new TreeMap<>(tables);
  }

  /** The files of a table; a table that got no rows has none. */
  public TableFiles table(String name) {
    return tables.getOrDefault(name, new TableFiles(0, List.of()));
  }

  /** The same run as if it had published nothing. */
  public Manifest withoutTables() {
    return new Manifest(
        runId, pipeline, status, startedAt, finishedAt, interval, watermark, Map.of());
  }

  /** The files of one table. */
  public record TableFiles(long rows, List<DataFile> files) {

    public TableFiles {
      files = List.copyOf(files);
    }
  }

  /**
   * One whole file.
   *
   * @param path relative to the warehouse root
   * @param schema fingerprint of the Avro schema the file was written with, in hexadecimal
   */
  public record DataFile(String path, long rows, long bytes, String schema) {}
}
