package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.mart.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code marts}. */
final class MartsSection {

  private static final String CAMPAIGN_PREFIX = "campaign.";

  private static final Key<List<String>> ISSUE_TYPES =
      Key.of(
              "issue-types",
              Structures.texts(),
              "The issue types that are campaigns; by default the first usual one there is.")
          .suchAs("[Campaign, Epic]");
  private static final Map<Role, Key<String>> ROLES =
      Arrays.stream(Role.values())
          .collect(
              Collectors.toMap(
                  role -> role, MartsSection::key, (a, b) -> a, () -> new EnumMap<>(Role.class)));
  private static final Key<Section> CAMPAIGN =
      Key.of(
          "campaign",
          Structures.mapping(
              Keys.of(
                  Stream.concat(Stream.of(ISSUE_TYPES), keys(MartsSection::isOfCampaign))
                      .toList())),
          "What a campaign is, and which of its columns say what.");

  static final Keys KEYS =
      Keys.of(Stream.concat(Stream.of(CAMPAIGN), keys(role -> !isOfCampaign(role))).toList());

  private MartsSection() {}

  static MartChoices read(Section marts) {
    Section campaign = marts.section(CAMPAIGN);
    List<String> types = campaign.list(ISSUE_TYPES);
    Map<Role, String> columns = new EnumMap<>(Role.class);
    ROLES.forEach(
        (role, key) -> {
          Section section = isOfCampaign(role) ? campaign : marts;
          section.get(key).ifPresent(name -> columns.put(role, name));
        });
    campaign.finish();
    marts.finish();
    return new MartChoices(types, columns);
  }

  private static Key<String> key(Role role) {
    return Key.of(
        role.key().substring(isOfCampaign(role) ? CAMPAIGN_PREFIX.length() : 0),
        Scalars.text(),
        says(role)
            + " A column of table issue ("
            + role.typesInWords()
            + "); by default the one whose name says so.");
  }

  private static String says(Role role) {
    return switch (role) {
      case LAUNCH_DATE -> "The day on which a campaign is to start.";
      case BUDGET -> "What a campaign may cost.";
      case STORY_POINTS -> "How large an issue is thought to be.";
      case SPRINT -> "The sprints of an issue.";
    };
  }

  private static Stream<Key<?>> keys(Predicate<Role> which) {
    return ROLES.entrySet().stream()
        .filter(role -> which.test(role.getKey()))
        .map(Map.Entry::getValue);
  }

  private static boolean isOfCampaign(Role role) {
    return role.key().startsWith(CAMPAIGN_PREFIX);
  }
}
