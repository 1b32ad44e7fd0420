package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import java.io.IOException;

/** Takes what goes beside the issues and rows: a few small records a shard. */
interface Sides {

  /** An issue that goes no further. */
  void setAside(DeadLetter letter) throws IOException;

  /** The reader's word about a shard, after its last issue. */
  void report(ShardReport report) throws IOException;

  /** What a later step adds to it. */
  void detail(ShardDetail detail) throws IOException;

  /** People who occur in the issues. */
  void people(PeopleBatch people) throws IOException;

  /** Which issues a shard has, for those to leave out that are read after it. */
  void ids(ShardIds ids) throws IOException;
}
