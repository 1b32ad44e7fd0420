package dev.sluice.transforms.local;

import java.nio.file.Path;
import java.util.List;

/** A database that is open for questions. */
public interface OpenWarehouse extends AutoCloseable {

  /**
   * Asks in SQL, {@code ?} standing for the parameters in their order, and hands on the answer row
   * by row.
   *
   * @throws QueryRefused when the database does not understand
   */
  void ask(String sql, List<String> parameters, AnswerReader reader);

  /**
   * Writes every table and view into a folder, a file each.
   *
   * @param format {@code parquet} or {@code csv}
   * @return the files, in alphabetical order
   */
  List<Path> export(Path folder, String format);

  /** The same for the answer to a question. */
  Path export(String sql, List<String> parameters, Path folder, String format);

  @Override
  void close();
}
