package dev.sluice.schemas.mart;

import java.util.Locale;
import java.util.Optional;

/**
 * Who plays a role.
 *
 * @param column of table {@code issue}; empty when nobody plays it
 * @param fieldId the custom field the column carries; empty for a column of Jira's own
 * @param name the name of that field now, or when it was last there
 */
public record MartRole(
    Role role,
    Origin origin,
    Optional<String> column,
    Optional<String> fieldId,
    Optional<String> name) {

  /** How it came to be. */
  public enum Origin {
    /** The configuration names the column. */
    CONFIGURED,
    /** Found by name and type. */
    FOUND,
    /** It had a column whose field is gone, or has another type: old values are there, no new. */
    GONE,
    /** Nothing plays it. */
    ABSENT;

    /** Returns the word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
