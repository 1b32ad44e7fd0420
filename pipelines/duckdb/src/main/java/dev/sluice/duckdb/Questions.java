package dev.sluice.duckdb;

import dev.sluice.transforms.local.AnswerReader;
import dev.sluice.transforms.local.AnswerReader.AnswerColumn;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.OpenWarehouse;
import dev.sluice.transforms.local.QueryRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Asks a database that is open for reading only. */
final class Questions implements OpenWarehouse {

  private static final List<String> NUMBERS =
      List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL");

  private final DuckDBConnection connection;

  Questions(DuckDBConnection connection) {
    this.connection = connection;
  }

  @Override
  public void ask(String sql, List<String> parameters, AnswerReader reader) {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<AnswerColumn> columns = described(rows.getMetaData());
      reader.columns(columns);
      while (rows.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
          row.add(AnswerValue.of(rows, i + 1, columns.get(i).type()));
        }
        reader.row(row);
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private PreparedStatement prepared(String sql, List<String> parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static List<AnswerColumn> described(ResultSetMetaData columns) throws SQLException {
    List<AnswerColumn> described = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String type = columns.getColumnTypeName(i);
      boolean number = !type.endsWith("]") && NUMBERS.stream().anyMatch(type::contains);
      described.add(new AnswerColumn(columns.getColumnLabel(i), type, number));
    }
    return described;
  }

  @Override
  public List<Path> export(Path folder, String format) {
    List<String> names = new ArrayList<>();
    String tables =
        "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = 'main' ORDER BY table_name";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(tables)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new LocalWarehouseException(String.valueOf(e.getMessage()), e);
    }
    return names.stream()
        .map(name -> copy("SELECT * FROM " + Sql.name(name), folder, name, format))
        .toList();
  }

  @Override
  public Path export(String sql, List<String> parameters, Path folder, String format) {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      if (statement.getMetaData() == null) {
        throw new QueryRefused("this is no question with rows as its answer", new SQLException());
      }
    } catch (SQLException e) {
      throw refused(e);
    }
    String bound = sql;
    for (String parameter : parameters) {
      bound = bound.replaceFirst("\\?", Matcher.quoteReplacement(Sql.text(parameter)));
    }
    return copy(bound, folder, "answer", format);
  }

  private Path copy(String sql, Path folder, String name, String format) {
    Path file = folder.resolve(name + "." + format);
    String options = format.equals("csv") ? "(FORMAT csv, HEADER)" : "(FORMAT parquet)";
    try {
      Files.createDirectories(folder);
      Database.execute(
          connection, "COPY (" + sql + ") TO " + Sql.text(file.toString()) + " " + options);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    } catch (SQLException e) {
      throw new LocalWarehouseException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** DuckDB draws the line in question and a sign below the place; both are kept. */
  private static QueryRefused refused(SQLException e) {
    return new QueryRefused(String.valueOf(e.getMessage()).strip(), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new LocalWarehouseException(String.valueOf(e.getMessage()), e);
    }
  }
}
