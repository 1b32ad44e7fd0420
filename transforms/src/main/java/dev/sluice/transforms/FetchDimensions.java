package dev.sluice.transforms;

import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads every dimension whole, each in as few requests as Jira allows: renames of a project or a
 * field do not touch {@code updated}, so no increment would see them.
 */
public final class FetchDimensions extends PTransform<PBegin, FetchDimensions.Result> {

  private static final TupleTag<RowBatch> ROWS = new TupleTag<>() {};
  private static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};

  private final JiraConnection jira;
  private final RunTables tables;
  private final RunHeader run;

  private FetchDimensions(JiraConnection jira, RunTables tables, RunHeader run) {
    this.jira = jira;
    this.tables = tables;
    this.run = run;
  }

  /** Reads the dimensions among {@code tables} from the Jira of {@code jira}. */
  public static FetchDimensions from(JiraConnection jira, RunTables tables, RunHeader run) {
    return new FetchDimensions(jira, tables, run);
  }

  @Override
  public Result expand(PBegin begin) {
    PCollectionTuple outputs =
        begin
            .apply("Names", Create.of(Dimension.names()).withCoder(StringUtf8Coder.of()))
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply(
                "ReadDimension",
                ParDo.of(new FetchFn(jira, tables, run))
                    .withOutputTags(ROWS, TupleTagList.of(REPORTS)));
    return new Result(
        outputs.get(ROWS).setCoder(RowBatchCoder.of(tables.schemas(Stage.AS_SENT))),
        outputs.get(REPORTS).setCoder(DocumentCoder.of(ShardReport.class)));
  }

  /**
   * What was read.
   *
   * @param rows the rows of every dimension, instants as Jira sent them
   * @param reports one report a dimension
   */
  public record Result(PCollection<RowBatch> rows, PCollection<ShardReport> reports)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return rows.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ROWS, rows, REPORTS, reports);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class FetchFn extends DoFn<String, RowBatch> {

    private final JiraConnection jira;
    private final RunTables tables;
    private final RunHeader run;
    private transient JiraClient client;

    FetchFn(JiraConnection jira, RunTables tables, RunHeader run) {
      this.jira = jira;
      this.tables = tables;
      this.run = run;
    }

    @Setup
    public void setup() {
      client = JiraClient.open(jira);
    }

    @ProcessElement
    public void processElement(@Element String name, MultiOutputReceiver out) {
      ShardReport report =
          new DimensionReader(client, tables.columns(), run)
              .read(Dimension.named(name), out.get(ROWS)::output);
      out.get(REPORTS).output(report);
    }

    @Teardown
    public void teardown() {
      if (client != null) {
        client.close();
      }
    }
  }
}
