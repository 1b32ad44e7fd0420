package dev.sluice.schemas.mart;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the configuration says about the views.
 *
 * @param campaignTypes names of the issue types that are campaigns; to be found when empty
 * @param columns of table {@code issue}, by the role they play; the other roles are to be found
 */
public record MartChoices(List<String> campaignTypes, Map<Role, String> columns)
    implements Serializable {

  /** Everything is to be found. */
  public static final MartChoices NONE = new MartChoices(List.of(), Map.of());

  /** Issue types that are campaigns when nobody says which are, the best first. */
  private static final List<String> USUAL = List.of("Campaign", "Epic");

  /** Copies the lists. */
  public MartChoices {
    campaignTypes = List.copyOf(campaignTypes);
    columns = Map.copyOf(columns);
  }

  /**
   * Returns the issue types that are campaigns, of those a site has: the chosen ones, else the
   * first of the usual ones that is there. Capitals do not matter.
   */
  public List<String> campaignTypes(List<String> ofTheSite) {
    List<String> wanted = campaignTypes.isEmpty() ? USUAL : campaignTypes;
    List<String> found =
        wanted.stream()
            .flatMap(
                name -> ofTheSite.stream().filter(type -> type.equalsIgnoreCase(name)).limit(1))
            .distinct()
            .toList();
    return campaignTypes.isEmpty() ? found.stream().limit(1).toList() : found;
  }
}
