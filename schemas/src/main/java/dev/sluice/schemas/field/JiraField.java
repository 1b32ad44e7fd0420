package dev.sluice.schemas.field;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A field as Jira describes it. Only the id is an identity: names repeat, change and are localised.
 *
 * @param schemaType {@code schema.type}; empty for a few of Jira's own fields such as {@code
 *     issuekey}
 * @param scopeProjectId the project a team-managed field belongs to
 */
public record JiraField(
    String id,
    String name,
    boolean custom,
    Optional<String> schemaType,
    Optional<String> schemaItems,
    Optional<String> schemaCustom,
    Optional<String> schemaSystem,
    Optional<String> scopeProjectId) {

  /** Numeric ids first and by number, the rest by text: total, and independent of names. */
  static final Comparator<JiraField> BY_ID =
      Comparator.comparingLong((JiraField field) -> field.number().orElse(Long.MAX_VALUE))
          .thenComparing(JiraField::id);

  private static final String CUSTOM_PREFIX = "customfield_";

  /** Returns the number in {@code customfield_<number>}; empty for any other id. */
  public OptionalLong number() {
    if (!id.startsWith(CUSTOM_PREFIX)) {
      return OptionalLong.empty();
    }
    String digits = id.substring(CUSTOM_PREFIX.length());
    boolean numeric =
        !digits.isEmpty()
            && digits.length() <= 18
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return numeric ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }

  /**
   * Returns the last part of {@code schema.custom}, such as {@code gh-sprint}: the part that tells
   * fields of one declared type apart.
   */
  public Optional<String> customKind() {
    return schemaCustom.map(custom -> custom.substring(custom.lastIndexOf(':') + 1));
  }

  /** Describes the type in Jira's own words, such as {@code array<option>, multiselect}. */
  public String typeInWords() {
    String declared = schemaType.orElse("none");
    String items = schemaItems.map(item -> "<" + item + ">").orElse("");
    return declared + items + customKind().map(kind -> ", " + kind).orElse("");
  }
}
