package dev.sluice.pipelines.run;

import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;

/** The name that all jobs of one pipeline bear, so that a second one is recognised. */
public final class JobName {

  /** Beam names a job after the class, the user, the time and a random number. */
  private static final String OF_BEAM = ".*-[0-9]{4,10}-[0-9a-f]{6,8}";

  private JobName() {}

  /** Names the job after the site that it loads, unless the caller has named it. */
  public static void fillIn(PipelineOptions options, String site) {
    if (!site.isEmpty() && options.getJobName().matches(OF_BEAM)) {
      options.setJobName(
          ("sluice-" + site)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("-$", ""));
    }
  }
}
