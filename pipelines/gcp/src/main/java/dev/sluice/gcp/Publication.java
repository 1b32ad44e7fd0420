package dev.sluice.gcp;

import dev.sluice.schemas.layout.Manifest;

/** A way to put a run into the dataset. Doing it again, from wherever it was cut off, mends it. */
interface Publication {

  /** Puts what the manifest names there, and nothing else; returns when it is there. */
  void publish(Manifest manifest);
}
