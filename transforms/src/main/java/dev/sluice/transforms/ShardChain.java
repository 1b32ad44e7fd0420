package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;

/** The steps of a load at work, each handing to the next; for one thread. */
record ShardChain(
    Step.Work<Shard, RawIssue> fetch,
    IssueSieve sieve,
    Step.Work<RawIssue, RawIssue> complete,
    Step.Work<RawIssue, RowBatch> rename,
    Step.Work<RowBatch, RowBatch> normalize,
    Step.Work<RowBatch, WrittenFile> write)
    implements AutoCloseable {

  void load(Shard shard, Output<WrittenFile> files, Sides sides) throws IOException {
    // A shard that failed before is loaded anew: nothing of it may be left.
    sieve.discard();
    complete.discard();
    rename.discard();
    write.discard();
    Output<RowBatch> written = batch -> write.process(batch, files, sides);
    Output<RowBatch> normalized = batch -> normalize.process(batch, written, sides);
    Output<RawIssue> renamed = issue -> rename.process(issue, normalized, sides);
    Output<RawIssue> completed = issue -> complete.process(issue, renamed, sides);
    Output<RawIssue> sieved = issue -> sieve.process(issue, completed, sides);
    Sides atTheEnd =
        new Ending(
            sides,
            () -> {
              sieve.finish(completed, sides);
              complete.finish(renamed, sides);
              rename.finish(normalized, sides);
              write.finish(files, sides);
            });
    fetch.process(shard, sieved, atTheEnd);
  }

  @Override
  public void close() throws IOException {
    try (fetch;
        sieve;
        complete;
        rename;
        normalize;
        write) {
      // Each is closed, whatever the others do.
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  /** Lets the other steps end before the reader's report goes out. */
  private record Ending(Sides sides, Action finish) implements Sides {

    @Override
    public void setAside(DeadLetter letter) throws IOException {
      sides.setAside(letter);
    }

    @Override
    public void report(ShardReport report) throws IOException {
      finish.run();
      sides.report(report);
    }

    @Override
    public void detail(ShardDetail detail) throws IOException {
      sides.detail(detail);
    }

    @Override
    public void people(PeopleBatch people) throws IOException {
      sides.people(people);
    }

    @Override
    public void ids(ShardIds ids) throws IOException {
      sides.ids(ids);
    }
  }
}
