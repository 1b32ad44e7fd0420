package dev.sluice.pipelines.run;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The versions of the field registry in a warehouse. Each file is written once, by the run that
 * publishes the first rows under its columns.
 */
public final class FieldRegistryFiles {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.json");

  private final WarehouseStore store;

  /** Looks into a warehouse. */
  public FieldRegistryFiles(WarehouseStore store) {
    this.store = store;
  }

  /**
   * The newest version; an empty registry when the warehouse has none.
   *
   * @throws RunException.StateUnusable when it cannot be read: columns would change their names
   */
  public FieldRegistry newest() {
    int newest = versions().max().orElse(0);
    return newest == 0 ? FieldRegistry.empty() : read(newest);
  }

  /** Removes a version that nobody has published. */
  void withdraw(FieldRegistry unpublished) {
    if (versions().anyMatch(version -> version == unpublished.version())
        && read(unpublished.version()).equals(unpublished)) {
      store.delete(WarehouseLayout.fields(unpublished.version()));
    }
  }

  private IntStream versions() {
    return store.list(WarehouseLayout.fields() + "*.json").stream()
        .map(path -> VERSION.matcher(path.substring(path.lastIndexOf('/') + 1)))
        .filter(Matcher::matches)
        .mapToInt(name -> Integer.parseInt(name.group(1)))
        .sorted();
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
