package dev.sluice.pipelines.config;

import java.math.BigDecimal;
import java.util.Optional;

/** Shares as people write them: {@code 5%} or {@code 0.05}. */
public final class ShareText {

  private ShareText() {}

  /** The share, 0 to 1, or empty when the text is none. */
  public static Optional<Double> parse(String text) {
    boolean percent = text.strip().endsWith("%");
    try {
      BigDecimal number = new BigDecimal(text.replace("%", "").strip());
      double share = percent ? number.movePointLeft(2).doubleValue() : number.doubleValue();
      return share >= 0 && share <= 1 ? Optional.of(share) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
