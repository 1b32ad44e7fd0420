package dev.sluice.duckdb;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDateTime;
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

  /** The value of a column; an instant is asked for in a form that knows no zone. */
  static @Nullable Object of(ResultSet row, int column, String type) throws SQLException {
    if (type.equals("TIMESTAMP")) {
      LocalDateTime instant = row.getObject(column, LocalDateTime.class);
      return instant == null ? null : instant.toString();
    }
    return of(row.getObject(column));
  }

  private static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
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
