package dev.sluice.pipelines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.construction.PipelineTranslation;

/** Keeps every graph as a cluster would be sent it, and runs it here. */
public final class GraphKeeper extends PipelineRunner<PipelineResult> {

  private static final Queue<byte[]> KEPT = new ConcurrentLinkedQueue<>();

  private final DirectRunner runner;

  private GraphKeeper(DirectRunner runner) {
    this.runner = runner;
  }

  /** Called by Beam. */
  public static GraphKeeper fromOptions(PipelineOptions options) {
    return new GraphKeeper(DirectRunner.fromOptions(options));
  }

  /** The graphs since the last call, and the functions in them by themselves. */
  static Queue<byte[]> taken() {
    Queue<byte[]> taken = new ConcurrentLinkedQueue<>(KEPT);
    KEPT.clear();
    return taken;
  }

  @Override
  public PipelineResult run(Pipeline pipeline) {
    KEPT.add(PipelineTranslation.toProto(pipeline).toByteArray());
    // Within the graph they are compressed, and a search could miss what they hold.
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            if (node.getTransform() instanceof ParDo.MultiOutput<?, ?> step) {
              KEPT.add(serialized(step.getFn()));
            }
          }
        });
    return runner.run(pipeline);
  }

  private static byte[] serialized(Object function) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(function);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
