package dev.sluice.pipelines.cli;

import dev.sluice.schemas.mart.MartRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The roles that columns play in the views, a line each. */
final class RoleLines {

  private static final int WIDTH = 22;

  private RoleLines() {}

  static List<String> of(List<MartRole> roles, List<String> campaignTypes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line("campaign.issue-types")
            + (campaignTypes.isEmpty() ? "none found" : String.join(", ", campaignTypes)));
    roles.forEach(role -> lines.add(line(role.role().key()) + player(role)));
    return lines;
  }

  private static String line(String key) {
    return "  marts." + Lines.left(key, WIDTH);
  }

  private static String player(MartRole role) {
    String field =
        role.fieldId()
            .map(id -> " (" + id + role.name().map(name -> " '" + name + "'").orElse("") + ")")
            .orElse("");
    Optional<String> column = role.column().map(name -> name + field);
    return switch (role.origin()) {
      case CONFIGURED -> column.orElse("") + ", configured";
      case FOUND -> column.orElse("") + ", found by name and type";
      case GONE -> column.orElse("") + ", whose field is gone: nulls for what is new";
      case ABSENT -> "none found";
    };
  }
}
