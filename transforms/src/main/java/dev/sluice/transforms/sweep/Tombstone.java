package dev.sluice.transforms.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An issue that can no longer be read, or not as part of what is loaded.
 *
 * @param key the key it was last seen under
 * @param newKey the key it has now, when it moved; else null
 * @param detectedAt the server's time when its absence was seen, UTC
 */
public record Tombstone(
    String issueId, String key, Reason reason, @Nullable String newKey, Instant detectedAt) {

  /** Why an issue is gone. */
  public enum Reason {
    /** Jira has no such issue, or hides that it has. */
    @JsonProperty("deleted")
    DELETED,
    /** It is now where this pipeline does not look. */
    @JsonProperty("moved")
    MOVED,
    /** It is archived, by itself or with its project. */
    @JsonProperty("archived")
    ARCHIVED,
    /** Jira has the issue and says that the account may not see it. */
    @JsonProperty("permission_lost")
    PERMISSION_LOST;

    /** The word of table {@code _tombstone}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
