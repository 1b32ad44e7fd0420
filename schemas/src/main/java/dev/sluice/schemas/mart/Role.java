package dev.sluice.schemas.mart;

import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import java.util.List;

/** A part that a column plays in the views. */
public enum Role {
  /** The day, or moment, on which a campaign is to start. */
  LAUNCH_DATE("campaign.launch-date"),
  /** What a campaign may cost. */
  BUDGET("campaign.budget"),
  /** How large an issue is thought to be. */
  STORY_POINTS("story-points"),
  /** The sprints of an issue. */
  SPRINT("sprint");

  private final String key;

  Role(String key) {
    this.key = key;
  }

  /** Returns the key below {@code marts} in the configuration. */
  public String key() {
    return key;
  }

  /** Returns whether a column of this type can play it. */
  public boolean fits(Type type) {
    return types().contains(type);
  }

  /** Returns the types that can play it, in words. */
  public String typesInWords() {
    return String.join(" or ", types().stream().map(Type::text).toList());
  }

  /** How well a name, as a column would have it, says so: 0 is best; -1 when it does not. */
  int rank(String name) {
    return names().indexOf(name);
  }

  private List<Type> types() {
    return switch (this) {
      case LAUNCH_DATE -> List.of(Scalar.DATE, Scalar.TIMESTAMP);
      case BUDGET, STORY_POINTS -> List.of(Scalar.DOUBLE, Scalar.LONG);
      case SPRINT -> List.of(new ListOf(Structs.SPRINT));
    };
  }

  private List<String> names() {
    return switch (this) {
      case LAUNCH_DATE ->
          List.of(
              "launch_date",
              "planned_launch_date",
              "planned_launch",
              "campaign_launch_date",
              "go_live_date",
              "go_live",
              "campaign_start_date",
              "campaign_start");
      case BUDGET ->
          List.of(
              "campaign_budget",
              "budget",
              "planned_budget",
              "media_budget",
              "marketing_budget",
              "total_budget");
      case STORY_POINTS ->
          List.of("story_points", "story_point_estimate", "estimated_story_points", "points");
      case SPRINT -> List.of("sprint", "sprints");
    };
  }
}
