package dev.sluice.pipelines.config;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dataset that tables are kept in.
 *
 * @param location of the dataset, such as {@code EU}; jobs run there
 * @param billingProject the project that pays for the jobs, which may be another than the dataset's
 * @param kmsKey the key that tables are encrypted with; Google's own when null
 * @param labels for tables, views and jobs
 * @param mode how runs get into it
 * @param views none are made when null
 */
public record BigQueryConfig(
    String project,
    String dataset,
    String location,
    String billingProject,
    @Nullable String kmsKey,
    Map<String, String> labels,
    WriteMode mode,
    @Nullable DatasetViews views)
    implements Serializable {

  public BigQueryConfig {
    labels = Map.copyOf(labels);
  }
}
