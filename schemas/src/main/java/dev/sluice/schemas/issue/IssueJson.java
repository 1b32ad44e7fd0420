package dev.sluice.schemas.issue;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How the bytes of an issue are parsed. */
public final class IssueJson {

  /** Jira allows comments of any number and size: issues of 30 MB are real. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxStringLength(256 * 1024 * 1024)
          .maxNestingDepth(5_000)
          .maxNumberLength(100_000)
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(new ExactNumberFactory(CONSTRAINTS))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private IssueJson() {}

  /**
   * Returns the mapper whose trees {@link IssueRows} reads: numbers keep every digit they were
   * written with. Thread-safe; not to be reconfigured.
   */
  public static ObjectMapper mapper() {
    return MAPPER;
  }
}
