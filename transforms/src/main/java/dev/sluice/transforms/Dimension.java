package dev.sluice.transforms;

import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.Locale;

/** A table that every run reloads whole. */
enum Dimension {
  PROJECT(Family.PROJECTS),
  COMPONENT(Family.PROJECTS),
  VERSION(Family.PROJECTS),
  USER(Family.USERS),
  FIELD(Family.FIELDS),
  STATUS(Family.LISTS),
  ISSUE_TYPE(Family.LISTS),
  PRIORITY(Family.LISTS),
  RESOLUTION(Family.LISTS),
  BOARD(Family.BOARDS),
  SPRINT(Family.BOARDS);

  /** What is read by one reader: dimensions made from the same answers are asked for once. */
  enum Family {
    PROJECTS,
    USERS,
    FIELDS,
    LISTS,
    BOARDS
  }

  private final Family family;

  Dimension(Family family) {
    this.family = family;
  }

  Family family() {
    return family;
  }

  Table table() {
    return switch (this) {
      case PROJECT -> Tables.PROJECT;
      case COMPONENT -> Tables.COMPONENT;
      case VERSION -> Tables.VERSION;
      case USER -> Tables.USER;
      case FIELD -> Tables.FIELD;
      case STATUS -> Tables.STATUS;
      case ISSUE_TYPE -> Tables.ISSUE_TYPE;
      case PRIORITY -> Tables.PRIORITY;
      case RESOLUTION -> Tables.RESOLUTION;
      case BOARD -> Tables.BOARD;
      case SPRINT -> Tables.SPRINT;
    };
  }

  /** The id of the shard that holds the dimension: the name of its table. */
  String shardId() {
    return name().toLowerCase(Locale.ROOT);
  }
}
