package dev.sluice.schemas.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What plays which role in the views about campaigns, as columns of table {@code issue}; an absent
 * one is null there.
 *
 * @param campaignTypes names of the issue types that are campaigns
 * @param launchDate the day a campaign is to be launched
 * @param budget what a campaign may cost
 * @param storyPoints the size of an issue
 * @param actualLaunch the day a campaign was launched, as people entered it
 * @param epicLink key of the epic an issue belongs to, where that is no parent
 */
public record MartColumns(
    List<String> campaignTypes,
    Optional<String> launchDate,
    Optional<String> budget,
    Optional<String> storyPoints,
    Optional<String> actualLaunch,
    Optional<String> epicLink) {

  private static final List<String> CAMPAIGN_TYPES = List.of("Campaign", "Epic");
  private static final List<String> LAUNCH_DATES =
      List.of("launch_date", "campaign_launch_date", "planned_launch", "go_live_date", "go_live");
  private static final List<String> BUDGETS =
      List.of("campaign_budget", "budget", "planned_budget", "media_budget");
  private static final List<String> STORY_POINTS =
      List.of("story_points", "story_point_estimate", "story_points_estimate");

  private static final List<String> ACTUAL_LAUNCHES = List.of("actual_launch", "launched");
  private static final List<String> EPIC_LINKS = List.of("epic_link");

  /** Nothing is configured: everything is found by its usual names. */
  public static final MartColumns BY_NAME =
      configured(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public MartColumns {
    campaignTypes = List.copyOf(campaignTypes);
  }

  /** The roles that a configuration can give away. */
  public static MartColumns configured(
      List<String> campaignTypes,
      Optional<String> launchDate,
      Optional<String> budget,
      Optional<String> storyPoints) {
    return new MartColumns(
        campaignTypes, launchDate, budget, storyPoints, Optional.empty(), Optional.empty());
  }

  /**
   * The roles as these columns of {@code issue} can play them: the configured one if it is there,
   * else the first of the usual names that is.
   */
  public MartColumns among(Collection<String> columns) {
    return new MartColumns(
        campaignTypes.isEmpty() ? CAMPAIGN_TYPES : campaignTypes,
        found(launchDate, LAUNCH_DATES, columns),
        found(budget, BUDGETS, columns),
        found(storyPoints, STORY_POINTS, columns),
        found(actualLaunch, ACTUAL_LAUNCHES, columns),
        found(epicLink, EPIC_LINKS, columns));
  }

  private static Optional<String> found(
      Optional<String> configured, List<String> usual, Collection<String> columns) {
    return Stream.concat(configured.stream(), usual.stream()).filter(columns::contains).findFirst();
  }
}
