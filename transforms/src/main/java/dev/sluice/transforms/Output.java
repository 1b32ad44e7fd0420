package dev.sluice.transforms;

import java.io.IOException;

/** Takes what a step hands on. */
interface Output<T> {

  void accept(T element) throws IOException;
}
