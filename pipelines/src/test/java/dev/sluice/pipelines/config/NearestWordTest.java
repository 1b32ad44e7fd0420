package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestWordTest {

  private static final List<String> WORDS = List.of("from", "full", "force", "lookback");

  @Test
  void aSlipOfTheFingerIsForgiven() {
    assertThat(NearestWord.among(WORDS, "form")).contains("from");
    assertThat(NearestWord.among(WORDS, "lokback")).contains("lookback");
  }

  @Test
  void nothingIsMadeOfSomethingElse() {
    assertThat(NearestWord.among(WORDS, "parallel")).isEmpty();
    assertThat(NearestWord.among(WORDS, "")).isEmpty();
  }
}
