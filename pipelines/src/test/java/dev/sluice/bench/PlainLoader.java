package dev.sluice.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.field.FieldColumns;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What Sluice is compared with: two threads that page through the shards of a plan and write the
 * same rows, one Avro file a thread and table. No budget, no retry, no check, no commit.
 */
public final class PlainLoader {

  static final int THREADS = 2;

  private PlainLoader() {}

  /** Loads; the arguments are the plan of a run and the address of Jira. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    JsonNode plan = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
    FieldColumns columns = FieldColumns.fromJson(plan.path("columns").toString());
    ConcurrentLinkedQueue<String> queries = new ConcurrentLinkedQueue<>();
    plan.path("shards").forEach(shard -> queries.add(shard.path("jql").asText()));

    PlainPages pages = new PlainPages(URI.create(arguments[1]));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> workers = new ArrayList<>();
    for (int number = 0; number < THREADS; number++) {
      Path folder = Path.of("plain-" + number);
      workers.add(
          threads.submit(
              () -> {
                try (PlainFiles files = new PlainFiles(folder, columns)) {
                  for (String jql = queries.poll(); jql != null; jql = queries.poll()) {
                    pages.read(jql, files::write);
                  }
                }
                return null;
              }));
    }
    threads.shutdown();
    for (Future<?> worker : workers) {
      finish(worker);
    }
  }

  private static void finish(Future<?> worker) throws InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
