package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of changed worklogs, oldest change first.
 *
 * @param last whether Jira says that it is the last
 * @param serverTime the server's clock when it answered
 */
record WorklogPage(List<Change> changes, boolean last, Instant serverTime) {

  /** When one worklog changed last, epoch milliseconds. */
  record Change(long worklogId, long changedAt) {}

  static WorklogPage read(RecordedBody body, Arrival arrival) throws IOException {
    JsonNode tree = Bodies.objectWith("values").read(body, arrival);
    List<Change> changes = new ArrayList<>();
    for (JsonNode value : tree.path("values")) {
      if (!value.path("worklogId").isIntegralNumber()
          || !value.path("updatedTime").isIntegralNumber()) {
        throw new UnexpectedShapeException("a change without worklogId or updatedTime");
      }
      changes.add(new Change(value.path("worklogId").asLong(), value.path("updatedTime").asLong()));
    }
    boolean last = tree.path("lastPage").asBoolean(tree.path("isLastPage").asBoolean(false));
    return new WorklogPage(changes, last, arrival.bestServerTime());
  }
}
