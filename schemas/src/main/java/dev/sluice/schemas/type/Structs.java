package dev.sluice.schemas.type;

import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import java.util.List;

/** Every record type a column can hold. */
public final class Structs {

  /** A thing known by id and name: a version, component, project or priority. */
  public static final Struct REFERENCE =
      new Struct(
          "reference", List.of(Member.of("id", STRING, "id"), Member.of("name", STRING, "name")));

  /** A group; Data Center identifies it by its name. */
  public static final Struct GROUP =
      new Struct(
          "group",
          List.of(Member.of("id", STRING, "groupId", "name"), Member.of("name", STRING, "name")));

  /** A choice of a select list. */
  public static final Struct OPTION =
      new Struct(
          "option", List.of(Member.of("id", STRING, "id"), Member.of("value", STRING, "value")));

  /** A choice of a cascading select list; {@code child} is null when only the parent is chosen. */
  public static final Struct CASCADING =
      new Struct(
          "cascading",
          List.of(
              Member.of("id", STRING, "id"),
              Member.of("value", STRING, "value"),
              Member.of("child", OPTION, "child")));

  /** A person: {@code accountId} on Cloud, {@code key} (else {@code name}) on Data Center. */
  public static final Struct USER =
      new Struct(
          "user",
          List.of(
              Member.of("id", STRING, "accountId", "key", "name"),
              Member.of("name", STRING, "displayName"),
              Member.of("email", STRING, "emailAddress"),
              Member.of("active", BOOLEAN, "active")));

  /** A sprint an issue is or was in; future sprints have no dates. */
  public static final Struct SPRINT =
      new Struct(
          "sprint",
          List.of(
              Member.of("id", STRING, "id"),
              Member.of("name", STRING, "name"),
              Member.of("state", STRING, "state"),
              Member.of("board_id", STRING, "boardId", "originBoardId", "rapidViewId"),
              Member.of("goal", STRING, "goal"),
              Member.of("start_date", TIMESTAMP, "startDate"),
              Member.of("end_date", TIMESTAMP, "endDate"),
              Member.of("complete_date", TIMESTAMP, "completeDate")));

  private static final List<Struct> ALL =
      List.of(REFERENCE, GROUP, OPTION, CASCADING, USER, SPRINT);

  private Structs() {}

  /** Returns every record type, in the order of their documentation. */
  public static List<Struct> all() {
    return ALL;
  }

  static Struct named(String name) {
    return ALL.stream()
        .filter(struct -> struct.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown column type '" + name + "'"));
  }
}
