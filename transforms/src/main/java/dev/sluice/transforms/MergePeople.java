package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.avro.DimensionRows;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Makes the rows of table {@code user}: everybody of the directory and everybody who occurs in an
 * issue, each once. What the directory says of a person wins; else the fullest description, of two
 * the later.
 *
 * <p>Grouped are batches of people, a few for each shard, never issues.
 */
public final class MergePeople extends PTransform<PCollection<PeopleBatch>, PCollection<RowBatch>> {

  private static final int ROWS_PER_BATCH = 1_000;

  private final RunTables tables;
  private final RunHeader run;

  private MergePeople(RunTables tables, RunHeader run) {
    this.tables = tables;
    this.run = run;
  }

  /** Stamps the rows with the lineage of {@code run}. */
  public static MergePeople of(RunTables tables, RunHeader run) {
    return new MergePeople(tables, run);
  }

  @Override
  public PCollection<RowBatch> expand(PCollection<PeopleBatch> people) {
    String shardId = Dimension.USER.shardId();
    return people
        .apply(
            "ToOnePlace",
            WithKeys.<String, PeopleBatch>of(shardId).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), DocumentCoder.of(PeopleBatch.class)))
        .apply("GroupPeople", GroupByKey.create())
        .apply("MergePeople", ParDo.of(new MergeFn(run)))
        .setCoder(RowBatchCoder.of(tables.schemas(Stage.AS_SENT)));
  }

  private static final class MergeFn extends DoFn<KV<String, Iterable<PeopleBatch>>, RowBatch> {

    /** One person as somebody described them. */
    private record Description(boolean directory, Instant readAt, JsonNode person) {

      boolean betterThan(Description other) {
        if (directory != other.directory) {
          return directory;
        }
        return person.size() == other.person.size()
            ? readAt.isAfter(other.readAt)
            : person.size() > other.person.size();
      }
    }

    private final RunHeader run;

    MergeFn(RunHeader run) {
      this.run = run;
    }

    @ProcessElement
    public void processElement(
        @Element KV<String, Iterable<PeopleBatch>> people, OutputReceiver<RowBatch> out)
        throws IOException {
      Map<String, Description> byId = new TreeMap<>();
      for (PeopleBatch batch : people.getValue()) {
        for (String json : batch.people()) {
          JsonNode person = IssueJson.mapper().readTree(json);
          Description description = new Description(batch.directory(), batch.readAt(), person);
          idOf(person)
              .ifPresent(
                  id ->
                      byId.merge(
                          id, description, (known, more) -> more.betterThan(known) ? more : known));
        }
      }
      write(people.getKey(), List.copyOf(byId.values()), out);
    }

    private static Optional<String> idOf(JsonNode person) {
      return Stream.of("accountId", "key", "name")
          .map(name -> person.path(name).asText(""))
          .filter(id -> !id.isEmpty())
          .findFirst();
    }

    private void write(String shardId, List<Description> people, OutputReceiver<RowBatch> out) {
      DimensionRows reader = new DimensionRows();
      for (int from = 0; from < people.size(); from += ROWS_PER_BATCH) {
        List<Row> rows = new ArrayList<>();
        for (Description description :
            people.subList(from, Math.min(people.size(), from + ROWS_PER_BATCH))) {
          Lineage lineage = new Lineage(run.site(), run.runId(), shardId, description.readAt());
          rows.add(reader.of(Tables.USER, description.person(), lineage));
        }
        out.output(new RowBatch(shardId, from, people.get(from).readAt(), null, rows));
      }
    }
  }
}
