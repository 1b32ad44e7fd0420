package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.GetQueryResultsResponse;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What BigQuery answers to a statement.
 *
 * @param rows all of them, over as many pages as it takes
 */
record Answers(List<TableFieldSchema> fields, List<TableRow> rows) {

  static Answers of(Bigquery client, String project, String sql) {
    try {
      Job job =
          client
              .jobs()
              .insert(project, new Job().setConfiguration(BigQueryJobs.query(sql)))
              .execute();
      if (job.getStatus().getErrorResult() != null) {
        throw new IllegalStateException(job.getStatus().getErrorResult().getMessage() + "\n" + sql);
      }
      List<TableFieldSchema> fields = List.of();
      List<TableRow> rows = new ArrayList<>();
      String page = null;
      do {
        GetQueryResultsResponse answer =
            client
                .jobs()
                .getQueryResults(project, job.getJobReference().getJobId())
                .setPageToken(page)
                .execute();
        fields = answer.getSchema().getFields();
        rows.addAll(answer.getRows() == null ? List.of() : answer.getRows());
        page = answer.getPageToken();
      } while (page != null);
      return new Answers(fields, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(sql, e);
    }
  }
}
