package dev.sluice.transforms.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets an answer: its columns first, then its rows in their order. */
public interface AnswerReader {

  /**
   * What a column is called and holds.
   *
   * @param type as the database names it
   * @param number whether its values are numbers
   */
  record AnswerColumn(String name, String type, boolean number) {}

  /** Called once, before the first row, also when there is none. */
  void columns(List<AnswerColumn> columns);

  /**
   * Called for each row.
   *
   * @param values null, a {@code Boolean}, a {@code Number}, a {@code String}, a {@code List} of
   *     these or a {@code Map} of these by name, in the order of the columns; an instant is text in
   *     UTC, a day is text
   */
  void row(List<@Nullable Object> values);
}
