package dev.sluice.duckdb;

/** Names and texts as SQL wants them. */
final class Sql {

  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
