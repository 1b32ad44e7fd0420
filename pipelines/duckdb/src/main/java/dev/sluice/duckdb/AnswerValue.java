package dev.sluice.duckdb;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** The values of an answer in the plain forms that {@code AnswerReader} promises. */
final class AnswerValue {

  private AnswerValue() {}

  static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime().toString();
    }
    if (value instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
    if (value instanceof Array array) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        elements.add(of(element));
      }
      return elements;
    }
    return value instanceof Struct struct ? members(struct) : value.toString();
  }

  private static Object members(Struct struct) throws SQLException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Map.Entry<String, Object> member : ((DuckDBStruct) struct).getMap().entrySet()) {
      members.put(member.getKey(), of(member.getValue()));
    }
    return members;
  }
}
