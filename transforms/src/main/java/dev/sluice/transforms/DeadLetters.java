package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.transforms.failure.DeadLetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a dead letter of what a step refused. */
final class DeadLetters {

  private DeadLetters() {}

  static DeadLetter ofIssue(String stage, RawIssue issue, Throwable reason) {
    JsonNode tree = treeOf(issue.json());
    String id = textOf(tree, "id");
    return new DeadLetter(
        issue.position(),
        issue.readAt(),
        stage,
        issue.shardId(),
        id,
        textOf(tree, "key"),
        null,
        reason.getClass().getSimpleName(),
        String.valueOf(reason.getMessage()),
        new String(issue.json(), StandardCharsets.UTF_8),
        replay(id));
  }

  static DeadLetter ofRows(String stage, RowBatch batch, Throwable reason) {
    return new DeadLetter(
        batch.position(),
        batch.readAt(),
        stage,
        batch.shardId(),
        batch.issueId(),
        null,
        null,
        reason.getClass().getSimpleName(),
        String.valueOf(reason.getMessage()),
        batch.rows().stream()
            .map(row -> row.record().toString())
            .collect(Collectors.joining(",", "[", "]")),
        replay(batch.issueId()));
  }

  private static @Nullable String replay(@Nullable String id) {
    return id == null || !id.chars().allMatch(Character::isDigit) ? null : "id = " + id;
  }

  private static JsonNode treeOf(byte[] json) {
    try {
      return IssueJson.mapper().readTree(json);
    } catch (IOException e) {
      return IssueJson.mapper().missingNode();
    }
  }

  private static @Nullable String textOf(JsonNode issue, String key) {
    JsonNode value = issue.path(key);
    return value.isValueNode() && !value.isNull() && !value.isMissingNode() ? value.asText() : null;
  }
}
