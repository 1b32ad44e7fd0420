package dev.sluice.pipelines.run;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the field registry in a warehouse: each file is written once. */
final class FieldRegistryFiles {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.json");

  private final WarehouseStore store;

  FieldRegistryFiles(WarehouseStore store) {
    this.store = store;
  }

  /**
   * The newest version; an empty registry when the warehouse has none.
   *
   * @throws RunException.StateUnusable when it cannot be read: columns would change their names
   */
  FieldRegistry newest() {
    int newest =
        store.list(WarehouseLayout.fields() + "*.json").stream()
            .map(path -> VERSION.matcher(path.substring(path.lastIndexOf('/') + 1)))
            .filter(Matcher::matches)
            .mapToInt(name -> Integer.parseInt(name.group(1)))
            .max()
            .orElse(0);
    return newest == 0 ? FieldRegistry.empty() : read(newest);
  }

  /** Writes the registry unless it is the version that is there. */
  void writeNext(FieldRegistry known, FieldRegistry next) {
    if (next.version() != known.version()) {
      store.write(
          WarehouseLayout.fields(next.version()), next.toJson().getBytes(StandardCharsets.UTF_8));
    }
  }

  private FieldRegistry read(int version) {
    String path = WarehouseLayout.fields(version);
    byte[] json = store.read(path).orElseThrow(() -> unusable(path));
    try {
      return FieldRegistry.fromJson(new String(json, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw unusable(path);
    }
  }

  private RunException.StateUnusable unusable(String path) {
    return new RunException.StateUnusable(
        store.root() + path + " is damaged or no field registry of sluice",
        "restore it from a copy; without it columns could change their names");
  }
}
