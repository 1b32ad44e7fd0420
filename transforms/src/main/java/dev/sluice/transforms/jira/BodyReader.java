package dev.sluice.transforms.jira;

import java.io.IOException;

/** Reads the whole body of a successful answer. */
interface BodyReader<T> {

  /**
   * Reads to the end of the stream; nothing of the result may be used when this throws.
   *
   * @throws IOException when the bytes stop or are not what the interface promises
   */
  T read(RecordedBody body, Arrival arrival) throws IOException;
}
