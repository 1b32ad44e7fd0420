package dev.sluice.duckdb;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Puts one value into the column whose turn it is. */
interface Appending {

  void append(Object value, DuckDBAppender appender) throws SQLException;

  /** What columns of a type take; the type as {@link ColumnType} writes it. */
  static Appending of(String type) {
    return switch (type) {
      case "VARCHAR", "JSON" -> (value, appender) -> appender.append((byte[]) value);
      case "BIGINT" -> (value, appender) -> appender.append(((Long) value).longValue());
      case "INTEGER" -> (value, appender) -> appender.append(((Integer) value).intValue());
      case "DOUBLE" -> (value, appender) -> appender.append(((Double) value).doubleValue());
      case "BOOLEAN" -> (value, appender) -> appender.append(((Boolean) value).booleanValue());
      case "DATE" -> (value, appender) -> appender.appendEpochDays((Integer) value);
      case "TIMESTAMP" -> (value, appender) -> appender.appendEpochMicros((Long) value);
      default ->
          type.endsWith("[]")
              ? (value, appender) -> appender.append((Collection<?>) value)
              : (value, appender) -> struct((Map<?, ?>) value, appender);
    };
  }

  private static void struct(Map<?, ?> members, DuckDBAppender appender) throws SQLException {
    appender.beginStruct();
    for (Object member : members.values()) {
      member(member, appender);
    }
    appender.endStruct();
  }

  private static void member(@Nullable Object value, DuckDBAppender appender) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Boolean flag) {
      appender.append(flag.booleanValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof LocalDateTime instant) {
      appender.append(instant);
    } else if (value instanceof Map<?, ?> record) {
      struct(record, appender);
    } else {
      appender.append((Collection<?>) value);
    }
  }
}
