package dev.sluice.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Lays the reader's report, the files and the server's counts of each shard side by side and gives
 * one result a shard. Only names and numbers are grouped, never rows.
 */
public final class VerifyShards
    extends PTransform<PCollection<ShardReport>, PCollection<ShardResult>> {

  private static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};
  private static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
  private static final TupleTag<ShardDetail> DETAILS = new TupleTag<>() {};

  private final PCollection<WrittenFile> files;
  private final PCollection<ShardDetail> details;
  private final double tolerance;

  private VerifyShards(
      PCollection<WrittenFile> files, PCollection<ShardDetail> details, double tolerance) {
    this.files = files;
    this.details = details;
    this.tolerance = tolerance;
  }

  /**
   * Verifies reports against {@code files}.
   *
   * @param details what later steps add to the reports
   * @param tolerance the share of the server's count by which a shard may differ from it, because
   *     the count itself is an estimate: 0 where Jira counts exactly
   */
  public static VerifyShards against(
      PCollection<WrittenFile> files, PCollection<ShardDetail> details, double tolerance) {
    return new VerifyShards(files, details, tolerance);
  }

  @Override
  public PCollection<ShardResult> expand(PCollection<ShardReport> reports) {
    return KeyedPCollectionTuple.of(
            REPORTS,
            reports.apply(
                "ReportsByShard",
                WithKeys.of(ShardReport::shardId).withKeyType(TypeDescriptors.strings())))
        .and(
            FILES,
            files
                .apply(
                    "FilesByShard",
                    WithKeys.of(WrittenFile::shardId).withKeyType(TypeDescriptors.strings()))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), DocumentCoder.of(WrittenFile.class))))
        .and(
            DETAILS,
            details
                .apply(
                    "DetailsByShard",
                    WithKeys.of(ShardDetail::shardId).withKeyType(TypeDescriptors.strings()))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), DocumentCoder.of(ShardDetail.class))))
        .apply("JoinByShard", CoGroupByKey.create())
        .apply("Verify", ParDo.of(new VerifyFn(tolerance)))
        .setCoder(DocumentCoder.of(ShardResult.class));
  }

  private static final class VerifyFn extends DoFn<KV<String, CoGbkResult>, ShardResult> {

    private final double tolerance;

    VerifyFn(double tolerance) {
      this.tolerance = tolerance;
    }

    @ProcessElement
    public void processElement(
        @Element KV<String, CoGbkResult> shard, OutputReceiver<ShardResult> out) {
      out.output(
          Reconciliation.of(
              shard.getValue().getOnly(REPORTS).with(listOf(shard.getValue().getAll(DETAILS))),
              listOf(shard.getValue().getAll(FILES)),
              tolerance));
    }

    private static <T> List<T> listOf(Iterable<T> elements) {
      List<T> list = new ArrayList<>();
      elements.forEach(list::add);
      return list;
    }
  }
}
