package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.issue.PeopleSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * People as Jira described them somewhere.
 *
 * @param directory whether that was the directory, rather than an issue
 * @param readAt the server's time of the answer
 * @param people one JSON object each, with what table {@code user} reads
 */
public record PeopleBatch(boolean directory, Instant readAt, List<String> people) {

  private static final int MOST = 1_000;

  public PeopleBatch {
    people = List.copyOf(people);
  }

  static List<PeopleBatch> of(boolean directory, Instant readAt, List<JsonNode> people) {
    List<PeopleBatch> batches = new ArrayList<>();
    for (int from = 0; from < people.size(); from += MOST) {
      List<JsonNode> some = people.subList(from, Math.min(people.size(), from + MOST));
      batches.add(
          new PeopleBatch(directory, readAt, some.stream().map(PeopleBatch::described).toList()));
    }
    return batches;
  }

  private static String described(JsonNode person) {
    return person instanceof ObjectNode object
        ? object.deepCopy().retain(PeopleSeen.PROPERTIES).toString()
        : person.toString();
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "PeopleBatch[" + people.size() + (directory ? " of the directory]" : " of issues]");
  }
}
