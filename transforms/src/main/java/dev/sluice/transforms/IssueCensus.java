package dev.sluice.transforms;

import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.RunHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Counts the issues of one file on their way into it. */
final class IssueCensus {

  private static final String ISSUE = "issue";

  private final Schema schema;
  private final String dayOf;
  private final int dayPosition;
  private final long[] filled;
  private final Map<LocalDate, Long> days = new HashMap<>();
  private long issues;

  private IssueCensus(Schema schema, String dayOf) {
    this.schema = schema;
    this.dayOf = dayOf;
    this.dayPosition = schema.getField(dayOf).pos();
    this.filled = new long[schema.getFields().size()];
  }

  /** By the day that the run reads issues by. */
  static IssueCensus of(Schema schema, RunHeader run) {
    return new IssueCensus(schema, run.mode().readsEverything() ? "created" : "updated");
  }

  /** Whether rows of this table are counted. */
  static boolean isAbout(String table) {
    return table.equals(ISSUE);
  }

  void count(GenericRecord issue) {
    issues++;
    for (int i = 0; i < filled.length; i++) {
      Object value = issue.get(i);
      if (value != null && !(value instanceof Collection<?> list && list.isEmpty())) {
        filled[i]++;
      }
    }
    if (issue.get(dayPosition) instanceof Long micros) {
      Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      days.merge(LocalDate.ofInstant(time, ZoneOffset.UTC), 1L, Long::sum);
    }
  }

  /** What was counted so far; the lineage columns are always filled and left out. */
  IssueProfile profile() {
    Map<String, Long> byColumn = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      if (!field.name().startsWith("_")) {
        byColumn.put(field.name(), filled[field.pos()]);
      }
    }
    return new IssueProfile(issues, byColumn, dayOf, days);
  }
}
