package dev.sluice.schemas.layout;

/**
 * Names every file of a warehouse, as paths relative to its root with {@code /} as separator, so
 * that a manifest stays true when the folder is moved or copied to a bucket.
 */
public final class WarehouseLayout {

  private static final String CONTROL = "_sluice/";

  /** What is known between runs: the watermark above all. */
  public static final String STATE = CONTROL + "state.json";

  /** Held by the run that is writing. */
  public static final String LOCK = CONTROL + "lock";

  /** The current state as a database, for whoever asks questions; can be made anew any time. */
  public static final String LOCAL_WAREHOUSE = "warehouse.duckdb";

  /** All runs on a page, for people. */
  public static final String INDEX = "index.html";

  /** What that page is made of; can be made anew any time. */
  public static final String RUN_LOG = CONTROL + "runs.json";

  private WarehouseLayout() {}

  /** The folder that holds the files of one table, interval and run. */
  public static String dataFolder(String table, Interval interval, String runId) {
    return table + "/interval=" + interval.pathForm() + "/run=" + runId + "/";
  }

  /** The one file that a shard writes for a table. */
  public static String dataFile(String table, Interval interval, String runId, String shardId) {
    return dataFolder(table, interval, runId) + shardId + ".avro";
  }

  /** The shard that wrote a data file. */
  public static String shardOf(String dataFile) {
    return dataFile.substring(dataFile.lastIndexOf('/') + 1, dataFile.lastIndexOf('.'));
  }

  /** The folder of everything that is not data. */
  public static String control() {
    return CONTROL;
  }

  /** The folder that holds every run's documents. */
  public static String runs() {
    return CONTROL + "runs/";
  }

  /** What was to be done: written before anything is read. */
  public static String plan(String runId) {
    return runs() + runId + "/plan.json";
  }

  /** That the run went on as a job somewhere else: there until somebody sees that it has ended. */
  public static String job(String runId) {
    return runs() + runId + "/job.json";
  }

  /** What a shard of an unfinished run came to: written when all its files are whole. */
  public static String finishedShard(String runId, String shardId) {
    return runs() + runId + "/shards/" + shardId + ".json";
  }

  /**
   * That rows of the run are on their way to another warehouse, one by one: there before the first
   * is sent. Until there is a manifest, somebody has to end what was begun.
   */
  public static String sending(String runId) {
    return runs() + runId + "/sending.json";
  }

  /** What was done: written last, the only thing that readers trust. */
  public static String manifest(String runId) {
    return runs() + runId + "/manifest.json";
  }

  /** What happened, for people and schedulers. */
  public static String summary(String runId) {
    return runs() + runId + "/summary.json";
  }

  /** What the issues of a run look like, counted while they were written. */
  public static String profile(String runId) {
    return runs() + runId + "/profile.json";
  }

  /** A run on a page, for people. */
  public static String report(String runId) {
    return runs() + runId + "/report.html";
  }

  /** The folder that holds the versions of the field registry. */
  public static String fields() {
    return CONTROL + "fields/";
  }

  /** One immutable version of the field registry. */
  public static String fields(int version) {
    return fields() + version + ".json";
  }
}
