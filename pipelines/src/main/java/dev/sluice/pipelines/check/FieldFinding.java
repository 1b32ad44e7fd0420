package dev.sluice.pipelines.check;

import dev.sluice.pipelines.run.SchemaLook;
import dev.sluice.schemas.mart.MartRole;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the fields come to: how many columns, who plays the roles of the views, what has changed.
 */
final class FieldFinding {

  private FieldFinding() {}

  static Finding of(SchemaLook look) {
    String roles =
        look.roles().stream().map(FieldFinding::player).collect(Collectors.joining(", "));
    String message = look.look().columns().columns().size() + " columns; " + roles;
    List<String> refusals = look.refusals();
    if (!refusals.isEmpty()) {
      return Finding.warn(
          "fields",
          "a run would end with 65: " + String.join("; ", refusals),
          "see 'sluice schema check'; allow the change, or take it back in Jira");
    }
    boolean gone = look.roles().stream().anyMatch(r -> r.origin() == MartRole.Origin.GONE);
    return gone
        ? Finding.warn("fields", message, "name another column below marts for what is gone")
        : Finding.ok("fields", message);
  }

  private static String player(MartRole role) {
    String column = role.column().orElse("none");
    return role.role().key()
        + ": "
        + column
        + (role.origin() == MartRole.Origin.GONE ? " (its field is gone)" : "");
  }
}
