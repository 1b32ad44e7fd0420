package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.issue.PeopleSeen;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects everybody who occurs in the issues of a bundle, each person once. */
final class PeopleCollected {

  private final Map<String, JsonNode> people = new LinkedHashMap<>();
  private Instant lastReadAt = Instant.EPOCH;

  void in(JsonNode issue, Instant readAt) {
    lastReadAt = readAt;
    PeopleSeen.in(issue).forEach((id, person) -> people.merge(id, person, PeopleSeen::fuller));
  }

  /** Hands out everybody and keeps nobody. */
  void take(Output<PeopleBatch> output) throws IOException {
    for (PeopleBatch batch : PeopleBatch.of(false, lastReadAt, List.copyOf(people.values()))) {
      output.accept(batch);
    }
    clear();
  }

  void clear() {
    people.clear();
  }
}
