package dev.sluice.transforms;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TupleTag;

/** A step as a ParDo of its own. */
final class StepFn<I, O> extends DoFn<I, O> {

  private final Step<I, O> step;
  private final TupleTag<O> next;
  private transient Step.Work<I, O> work;

  StepFn(Step<I, O> step, TupleTag<O> next) {
    this.step = step;
    this.next = next;
  }

  @Setup
  public void setup() {
    work = step.open();
  }

  @StartBundle
  public void startBundle() throws IOException {
    work.discard();
  }

  @ProcessElement
  public void processElement(@Element I element, MultiOutputReceiver out) throws IOException {
    work.process(element, out.get(next)::output, SideTags.by(now(out)));
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) throws IOException {
    SideTags.Sender sender = atTheEnd(context);
    work.finish(element -> sender.send(next, element), SideTags.by(sender));
  }

  @Teardown
  public void teardown() throws IOException {
    if (work != null) {
      work.close();
    }
  }

  static SideTags.Sender now(MultiOutputReceiver out) {
    return new SideTags.Sender() {
      @Override
      public <T> void send(TupleTag<T> tag, T element) {
        out.get(tag).output(element);
      }
    };
  }

  private SideTags.Sender atTheEnd(FinishBundleContext context) {
    return new SideTags.Sender() {
      @Override
      public <T> void send(TupleTag<T> tag, T element) {
        context.output(tag, element, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
      }
    };
  }
}
