package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * What a step made of its input: rows, and what it had to set aside. Nothing is in neither.
 *
 * @param rows in no order, but a shard's rows stay in the bundle they came in
 */
public record RowsOrFailures(
    PCollection<RowBatch> rows, PCollection<DeadLetter> failures, TupleTag<RowBatch> rowsTag)
    implements POutput {

  static <T> RowsOrFailures of(
      PCollection<T> input,
      Step<T, RowBatch> step,
      TupleTag<RowBatch> rows,
      Map<String, Schema> schemas) {
    PCollectionTuple outputs =
        input.apply(
            ParDo.of(new StepFn<>(step, rows))
                .withOutputTags(rows, TupleTagList.of(SideTags.FAILURES)));
    return new RowsOrFailures(
        outputs.get(rows).setCoder(RowBatchCoder.of(schemas)), SideTags.failures(outputs), rows);
  }

  @Override
  public Pipeline getPipeline() {
    return rows.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    return Map.of(rowsTag, rows, SideTags.FAILURES, failures);
  }

  @Override
  public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
}
