package dev.sluice.transforms.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The columns the rule of the current state looks at; any may be missing in an old file. */
final class IssueColumns {

  static final String ID = "id";
  static final String ISSUE_ID = "issue_id";
  static final String UPDATED = "updated";
  static final String READ_AT = "_read_at";
  static final String SHARD = "_shard_id";
  static final String DETECTED_AT = "detected_at";

  static final List<String> OF_VERSION = List.of(ID, UPDATED, READ_AT, SHARD);
  static final List<String> OF_TOMBSTONE = List.of(ISSUE_ID, DETECTED_AT);
  static final List<String> OF_KNOWN =
      List.of(ID, "key", "project_id", "project_key", UPDATED, READ_AT, SHARD);

  private IssueColumns() {}

  /** Microseconds; the smallest number when there is no such time. */
  static long micros(GenericRecord row, String column) {
    return value(row, column) instanceof Long micros ? micros : Long.MIN_VALUE;
  }

  /** Empty when there is no such text. */
  static String text(GenericRecord row, String column) {
    Object value = value(row, column);
    return value == null ? "" : value.toString();
  }

  static CharSequence characters(GenericRecord row, String column) {
    return value(row, column) instanceof CharSequence text ? text : text(row, column);
  }

  static KnownIssue known(GenericRecord row, String runId) {
    return new KnownIssue(
        text(row, ID),
        text(row, "key"),
        text(row, "project_id"),
        text(row, "project_key"),
        instant(row, UPDATED),
        instant(row, READ_AT),
        runId);
  }

  private static Instant instant(GenericRecord row, String column) {
    return instant(micros(row, column));
  }

  /** What is unknown was at the beginning of time. */
  static Instant instant(long micros) {
    return micros == Long.MIN_VALUE ? Instant.EPOCH : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Object value(GenericRecord row, String column) {
    return row.hasField(column) ? row.get(column) : null;
  }
}
