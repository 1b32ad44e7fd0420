package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/** The outputs that {@link Sides} go to; a transform declares those it has. */
final class SideTags {

  static final TupleTag<DeadLetter> FAILURES = new TupleTag<>() {};
  static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};
  static final TupleTag<ShardDetail> DETAILS = new TupleTag<>() {};
  static final TupleTag<PeopleBatch> PEOPLE = new TupleTag<>() {};
  static final TupleTag<ShardIds> IDS = new TupleTag<>() {};

  private SideTags() {}

  static PCollection<DeadLetter> failures(PCollectionTuple outputs) {
    return outputs.get(FAILURES).setCoder(DocumentCoder.of(DeadLetter.class));
  }

  static PCollection<ShardReport> reports(PCollectionTuple outputs) {
    return outputs.get(REPORTS).setCoder(DocumentCoder.of(ShardReport.class));
  }

  static PCollection<ShardDetail> details(PCollectionTuple outputs) {
    return outputs.get(DETAILS).setCoder(DocumentCoder.of(ShardDetail.class));
  }

  static PCollection<PeopleBatch> people(PCollectionTuple outputs) {
    return outputs.get(PEOPLE).setCoder(DocumentCoder.of(PeopleBatch.class));
  }

  static PCollection<ShardIds> ids(PCollectionTuple outputs) {
    return outputs.get(IDS).setCoder(DocumentCoder.of(ShardIds.class));
  }

  /** How an element reaches an output. */
  interface Sender {
    <T> void send(TupleTag<T> tag, T element);
  }

  static Sides by(Sender sender) {
    return new Sides() {
      @Override
      public void setAside(DeadLetter letter) {
        sender.send(FAILURES, letter);
      }

      @Override
      public void report(ShardReport report) {
        sender.send(REPORTS, report);
      }

      @Override
      public void detail(ShardDetail detail) {
        sender.send(DETAILS, detail);
      }

      @Override
      public void people(PeopleBatch people) {
        sender.send(PEOPLE, people);
      }

      @Override
      public void ids(ShardIds ids) {
        sender.send(IDS, ids);
      }
    };
  }
}
