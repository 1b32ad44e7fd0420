package dev.sluice.gcp;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which runs have begun to send. Rows that are sent cannot be taken back: a run of which there may
 * be any is ended, by itself or by a later one.
 */
final class SendJournal {

  private final WarehouseStore store;

  SendJournal(WarehouseStore store) {
    this.store = store;
  }

  /**
   * What a run sends.
   *
   * @param wholes the keys of tables that are replaced as a whole, by table: their files are
   *     written anew when the run is taken up
   */
  private record Sending(Manifest manifest, Map<String, List<List<String>>> wholes) {}

  /** The runs that were cut off while they sent, but this one, in the order in which they ended. */
  List<Manifest> cutOff(String runId) {
    List<Manifest> others = new ArrayList<>();
    for (String path : store.list(WarehouseLayout.sending("*"))) {
      Manifest manifest = read(path).orElseThrow().manifest();
      if (store.exists(WarehouseLayout.manifest(manifest.runId()))) {
        store.delete(path);
      } else if (!manifest.runId().equals(runId)) {
        others.add(manifest);
      }
    }
    others.sort(PublishedRuns.ORDER);
    return others;
  }

  /**
   * Notes that a run begins to send.
   *
   * @return all keys of whole tables that it may have sent, now and before
   */
  Map<String, List<List<String>>> begin(Manifest run, Map<String, List<List<String>>> wholes) {
    String path = WarehouseLayout.sending(run.runId());
    Map<String, List<List<String>>> all = new HashMap<>();
    read(path).ifPresent(earlier -> add(earlier.wholes(), all));
    add(wholes, all);
    store.write(path, Documents.write(new Sending(run, all)));
    return all;
  }

  /** Makes the files of a run exist for readers when all of it is sent. */
  void publish(Manifest run) {
    store.write(WarehouseLayout.manifest(run.runId()), Documents.write(run));
  }

  private Optional<Sending> read(String path) {
    return store.read(path).map(json -> Documents.read(json, Sending.class));
  }

  private static void add(
      Map<String, List<List<String>>> some, Map<String, List<List<String>>> all) {
    some.forEach(
        (table, keys) -> all.computeIfAbsent(table, name -> new ArrayList<>()).addAll(keys));
  }
}
