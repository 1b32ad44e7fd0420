package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"a\": [1, true, null, \"x\"]} | {\"a\":[1,true,null,\"x\"]}",
        "[9223372036854775807] | [9223372036854775807]",
        "[92233720368547758070] | [9.223372036854776E19]",
        "[0.1234567890123456789] | [0.12345678901234568]",
        "[1e999] | \"[1e999]\"",
        "{\"a\": | \"{\\\"a\\\":\""
      })
  void numbersAreRoundedAndWhatCannotBeHeldBecomesText(String text, String held) {
    assertThat(JsonText.of(text)).isEqualTo(held);
  }

  @Test
  void whatIsNestedTooDeepBecomesText() {
    assertThat(JsonText.of("[".repeat(400) + "]".repeat(400))).startsWith("[");
    assertThat(JsonText.of("[".repeat(600) + "]".repeat(600))).startsWith("\"[");
    assertThat(JsonText.of("[".repeat(5000) + "]".repeat(5000))).startsWith("\"[");
  }
}
