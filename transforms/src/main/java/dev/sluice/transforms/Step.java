package dev.sluice.transforms;

import java.io.IOException;
import java.io.Serializable;

/**
 * What a transform does to each element, without saying who calls it: a step can be a ParDo of its
 * own ({@link StepFn}) or one of several that an element passes in one go ({@link LoadShards}).
 *
 * @param <I> what comes in
 * @param <O> what goes to the next step
 */
interface Step<I, O> extends Serializable {

  /** Gets ready on a worker. */
  Work<I, O> open();

  /** A step at work, for one thread. */
  interface Work<I, O> extends AutoCloseable {

    void process(I element, Output<O> next, Sides sides) throws IOException;

    /** Hands on what was kept until the end of a bundle. */
    default void finish(Output<O> next, Sides sides) throws IOException {}

    /** Gives up what was kept; the work may go on with a new bundle. */
    default void discard() throws IOException {}

    @Override
    default void close() throws IOException {
      discard();
    }
  }
}
