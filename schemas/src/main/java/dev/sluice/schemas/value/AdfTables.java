package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Tables: the first row becomes the head, since Markdown knows no table without one. */
final class AdfTables {

  private AdfTables() {}

  static String table(JsonNode table, int depth) {
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    for (JsonNode row : table.path("content")) {
      List<String> cells = cells(row, depth);
      width = Math.max(width, cells.size());
      rows.add(cells);
    }
    if (width == 0) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (List<String> cells : rows) {
      lines.add(line(cells, width, ""));
      if (lines.size() == 1) {
        lines.add(line(List.of(), width, "---"));
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> cells(JsonNode row, int depth) {
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : row.path("content")) {
      String text = AdfBlocks.children(cell, depth + 2).replace("|", "\\|");
      cells.add(text.replaceAll("\\n+", "<br>"));
      // A cell over several columns leaves the others empty.
      int columns = Math.min(cell.path("attrs").path("colspan").asInt(1), 100);
      for (int i = 1; i < columns; i++) {
        cells.add("");
      }
    }
    return cells;
  }

  private static String line(List<String> cells, int width, String filler) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < width; i++) {
      line.append(' ').append(i < cells.size() ? cells.get(i) : filler).append(" |");
    }
    return line.toString();
  }
}
