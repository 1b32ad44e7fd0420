package dev.sluice.transforms;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TupleTag;

/** A step as a ParDo of its own. */
final class StepFn<I, O, S> extends DoFn<I, O> {

  private final Step<I, O, S> step;
  private final TupleTag<O> next;
  private final TupleTag<S> aside;
  private transient Step.Work<I, O, S> work;

  StepFn(Step<I, O, S> step, TupleTag<O> next, TupleTag<S> aside) {
    this.step = step;
    this.next = next;
    this.aside = aside;
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
    work.process(element, out.get(next)::output, side -> out.get(aside).output(side));
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) throws IOException {
    work.finish(
        element ->
            context.output(
                next, element, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
  }

  @Teardown
  public void teardown() throws IOException {
    if (work != null) {
      work.close();
    }
  }
}
