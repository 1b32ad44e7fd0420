package dev.sluice.bench;

import java.io.IOException;
import java.util.List;

/** Something that is measured, with its goals. */
interface Benchmark {

  /** The word by which it is selected. */
  String name();

  /** Whether it takes so long that it is left out unless it is selected. */
  default boolean runsOnlyWhenNamed() {
    return false;
  }

  /** Measures. An exception means that there is no result, not that a goal was missed. */
  List<Finding> measure(Workbench workbench) throws IOException, InterruptedException;
}
