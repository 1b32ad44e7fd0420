package dev.sluice.simulator.api;

import dev.sluice.simulator.live.Definitions;
import org.jspecify.annotations.Nullable;

/** The directory of fields for what is defined; made anew when that changes, which is rare. */
final class FieldDirectories {
  private record Made(Definitions from, FieldDirectory directory) {}

  private volatile @Nullable Made last;

  /**
   * Definitions are replaced, never changed: to compare their JSON would cost more than it saves.
   */
  @SuppressWarnings("ReferenceEquality")
  FieldDirectory of(Definitions definitions) {
    Made made = last;
    if (made == null || made.from() != definitions) {
      made = new Made(definitions, new FieldDirectory(definitions.fields()));
      last = made;
    }
    return made.directory();
  }
}
