package dev.sluice.schemas.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that SQL reserves: a column of such a name would have to be quoted wherever it is used. In
 * lower case.
 */
final class SqlWords {

  /** https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical#reserved_keywords. */
  private static final String BIGQUERY =
      """
      all and any array as asc assert_rows_modified at between by case cast collate contains create
      cross cube current default define desc distinct else end enum escape except exclude exists
      extract false fetch following for from full graph_table group grouping groups hash having if
      ignore in inner intersect interval into is join lateral left like limit lookup
      match_recognize merge natural new no not null nulls of on or order outer over partition
      preceding proto qualify range recursive respect right rollup rows select set some struct
      tablesample then to treat true unbounded union unnest using when where window with within
      """;

  /**
   * What {@code duckdb_keywords()} calls reserved or type_function; the others may name columns.
   */
  private static final String DUCKDB =
      """
      all analyse analyze and anti any array as asc asof asymmetric authorization binary both case
      cast check collate collation column concurrently constraint create cross default deferrable
      desc describe distinct do else end except false fetch for foreign freeze from full generated
      glob grant group having ilike in initially inner intersect into is isnull join lambda lateral
      leading left like limit map natural not notnull null offset on only or order outer overlaps
      pivot pivot_longer pivot_wider placing positional primary qualify references returning right
      select semi show similar some summarize symmetric table tablesample then to trailing true
      try_cast union unique unpivot using variadic verbose when where window with
      """;

  private static final Set<String> WORDS = words();

  private SqlWords() {}

  static boolean contains(String column) {
    return WORDS.contains(column);
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>(List.of(BIGQUERY.strip().split("\\s+")));
    words.addAll(List.of(DUCKDB.strip().split("\\s+")));
    return Set.copyOf(words);
  }
}
