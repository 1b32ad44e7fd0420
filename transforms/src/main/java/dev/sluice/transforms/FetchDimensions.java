package dev.sluice.transforms;

import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * sprint do not touch {@code updated}, so no increment would see them.
 *
 * <p>It costs one request each for fields, statuses, issue types, priorities and resolutions; one
 * for 100 projects (Data Center: for all); one for 1,000 people and one more to see their end (Data
 * Center: one for 2,000); one for each project in scope, which brings its versions, and one more if
 * it has components, whose leads come no other way; one for 50 boards, and one for 50 sprints of
 * each board that is not kanban. A list the account may not see is left out with a warning unless
 * it is required.
 */
public final class FetchDimensions extends PTransform<PBegin, FetchDimensions.Result> {

  private static final TupleTag<RowBatch> ROWS = new TupleTag<>() {};
  private static final TupleTag<PeopleBatch> PEOPLE = new TupleTag<>() {};
  private static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};

  private final JiraConnection jira;
  private final RunTables tables;
  private final RunHeader run;
  private final List<String> projectKeys;
  private final Set<String> required;

  private FetchDimensions(
      JiraConnection jira,
      RunTables tables,
      RunHeader run,
      List<String> projectKeys,
      Set<String> required) {
    this.jira = jira;
    this.tables = tables;
    this.run = run;
    this.projectKeys = List.copyOf(projectKeys);
    this.required = Set.copyOf(required);
  }

  /** Reads the dimensions among {@code tables} from the Jira of {@code jira}. */
  public static FetchDimensions from(JiraConnection jira, RunTables tables, RunHeader run) {
    return new FetchDimensions(jira, tables, run, List.of(), Set.of());
  }

  /**
   * Reads components, versions, boards and sprints of these projects only, which on a site with
   * thousands of projects is most of the cost. None means all.
   */
  public FetchDimensions within(List<String> keys) {
    return new FetchDimensions(jira, tables, run, keys, required);
  }

  /** Makes the run fail, rather than warn, when one of these tables may not be read. */
  public FetchDimensions requiring(Set<String> names) {
    return new FetchDimensions(jira, tables, run, projectKeys, names);
  }

  @Override
  public Result expand(PBegin begin) {
    PCollectionTuple outputs =
        begin
            .apply("Families", Create.of(families()).withCoder(StringUtf8Coder.of()))
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply(
                "ReadDimensions",
                ParDo.of(new FetchFn(this))
                    .withOutputTags(ROWS, TupleTagList.of(PEOPLE).and(REPORTS)));
    return new Result(
        outputs.get(ROWS).setCoder(RowBatchCoder.of(tables.schemas(Stage.AS_SENT))),
        outputs.get(PEOPLE).setCoder(DocumentCoder.of(PeopleBatch.class)),
        outputs.get(REPORTS).setCoder(DocumentCoder.of(ShardReport.class)));
  }

  private List<String> families() {
    return wanted().map(dimension -> dimension.family().name()).distinct().toList();
  }

  private Stream<Dimension> wanted() {
    Set<String> names = tables.names();
    return Stream.of(Dimension.values()).filter(d -> names.contains(d.table().name()));
  }

  /**
   * What was read.
   *
   * @param rows the rows of every dimension but {@code user}, instants as Jira sent them
   * @param people everybody of the directory, for {@link MergePeople}
   * @param reports one report a dimension
   */
  public record Result(
      PCollection<RowBatch> rows, PCollection<PeopleBatch> people, PCollection<ShardReport> reports)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return rows.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ROWS, rows, PEOPLE, people, REPORTS, reports);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class FetchFn extends DoFn<String, RowBatch> {

    private final FetchDimensions wanted;
    private transient JiraClient client;

    FetchFn(FetchDimensions wanted) {
      this.wanted = wanted;
    }

    @Setup
    public void setup() {
      client = JiraClient.open(wanted.jira);
    }

    @ProcessElement
    public void processElement(@Element String family, MultiOutputReceiver out) {
      DimensionReader reader = new DimensionReader(client, wanted.projectKeys, wanted.required);
      DimensionBatches batches = new DimensionBatches(wanted.tables.columns(), wanted.run);
      wanted
          .wanted()
          .filter(dimension -> dimension.family().name().equals(family))
          .forEach(
              dimension ->
                  out.get(REPORTS)
                      .output(
                          reader.read(
                              dimension,
                              (objects, readAt) ->
                                  batches.of(
                                      dimension,
                                      objects,
                                      readAt,
                                      out.get(ROWS)::output,
                                      out.get(PEOPLE)::output))));
    }

    @Teardown
    public void teardown() {
      if (client != null) {
        client.close();
      }
    }
  }
}
