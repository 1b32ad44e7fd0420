package dev.sluice.duckdb;

import dev.sluice.transforms.local.LocalWarehouseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Opens the file. DuckDB lets one process write, or any number read. */
final class Database {

  /** The oldest client that reads what is written; DuckDB's own default is older still. */
  private static final String STORAGE = "v1.2.0";

  /** Beside the heap of the run; what does not fit goes to a file beside the database. */
  private static final String MEMORY = "1GB";

  private static final Pattern HOLDER =
      Pattern.compile("Conflicting lock is held in (.*?) by user|Conflicting lock is held in (.*)");

  private Database() {}

  /** Somebody else has the file open. */
  static final class BusyException extends Exception {

    private static final long serialVersionUID = 1L;

    BusyException(String holder) {
      super(holder);
    }
  }

  /** Opens the file for writing; makes it when there is none. */
  static DuckDBConnection forWriting(Path file) throws BusyException {
    Properties properties = properties();
    properties.setProperty("storage_compatibility_version", STORAGE);
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("preserve_insertion_order", "false");
    return open(file, properties);
  }

  /** Opens a file that is there for reading. */
  static DuckDBConnection forReading(Path file) throws BusyException {
    if (!Files.exists(file)) {
      throw new LocalWarehouseException("there is no local warehouse at " + file);
    }
    Properties properties = properties();
    properties.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
    return open(file, properties);
  }

  private static Properties properties() {
    Properties properties = new Properties();
    // Nothing is fetched from the network behind somebody's back.
    properties.setProperty("autoinstall_known_extensions", "false");
    return properties;
  }

  private static DuckDBConnection open(Path file, Properties properties) throws BusyException {
    try {
      return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      if (isBusy(message)) {
        throw new BusyException(holder(message));
      }
      throw new LocalWarehouseException("cannot open " + file + ": " + message, e);
    }
  }

  /** The words of DuckDB on Unix, on Windows, and within one process. */
  private static boolean isBusy(String message) {
    return message.contains("Could not set lock")
        || message.contains("being used by another process")
        || message.contains("different configuration than existing connections");
  }

  private static String holder(String message) {
    Matcher holder = HOLDER.matcher(message);
    if (!holder.find()) {
      return "another program";
    }
    String found = holder.group(1) == null ? holder.group(2) : holder.group(1);
    return found.replaceAll("\\. See also.*", "");
  }

  static void execute(DuckDBConnection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
