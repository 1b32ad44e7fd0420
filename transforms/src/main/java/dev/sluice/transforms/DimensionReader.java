package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.RequestStats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads dimensions of one family and reports what that came to. */
final class DimensionReader {

  private final JiraClient client;
  private final DimensionSource source;
  private final Set<String> required;

  /**
   * @param required tables without which the run is not complete
   */
  DimensionReader(JiraClient client, List<String> projectKeys, Set<String> required) {
    this.client = client;
    this.source = new DimensionSource(client, projectKeys);
    this.required = required;
  }

  /** Hands the objects on, with the server's time of the last answer they came with. */
  ShardReport read(Dimension dimension, BiConsumer<List<JsonNode>, Instant> output) {
    Instant startedAt = Instant.now();
    RequestStats before = client.stats();
    List<String> warnings = new ArrayList<>();
    long count = 0;
    ShardReport.@Nullable Failure failure = null;
    try {
      List<JsonNode> objects = source.objectsOf(dimension);
      count = objects.size();
      output.accept(objects, client.serverTime());
    } catch (JiraException e) {
      if (JiraFailures.endsTheRun(e)) {
        throw e;
      }
      if (hidden(e) && !required.contains(dimension.shardId())) {
        warnings.add("table " + dimension.shardId() + " is left out: " + e.getMessage());
      } else {
        failure = ShardReport.Failure.of(e);
      }
    }
    warnings.addAll(source.takeWarnings());
    RequestStats spent = client.stats().since(before);
    Progress.requested(spent);
    return new ShardReport(
        dimension.shardId(),
        ShardReport.Kind.DIMENSION,
        null,
        null,
        null,
        null,
        null,
        count,
        count,
        spent.requests() - spent.retries(),
        spent.requests(),
        spent.retries(),
        spent.throttled().toMillis(),
        spent.bodyBytes(),
        startedAt,
        Instant.now(),
        failure,
        0,
        warnings,
        0,
        null);
  }

  /** Not there for this account: no permission, no such product, or a directory too large. */
  private static boolean hidden(JiraException e) {
    return e instanceof JiraException.Forbidden
        || e instanceof JiraException.NotFound
        || e instanceof JiraException.Gone
        || e instanceof JiraException.Refused;
  }
}
