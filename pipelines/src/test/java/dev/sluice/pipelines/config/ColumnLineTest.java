package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnLineTest {

  private static final String JIRA =
      "jira: {url: 'https://j.example.org', auth: {type: bearer, token: 'env:T'}}  # ours\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "'' > 'fields:|  columns:|    customfield_1: a|'",
        "'fields:|  watch: [x]|gate: {dead-letters: 1}|'"
            + " > 'fields:|  columns: {customfield_1: a}|  watch: [x]|gate: {dead-letters: 1}|'",
        "'fields:|  columns:|    # why|    customfield_2: b|output: {path: x}|'"
            + " > 'fields:|  columns:|    customfield_1: a|    # why|    customfield_2: b|output: {path: x}|'",
        "'fields:|  columns:|    customfield_1: old|' > 'fields:|  columns:|    customfield_1: a|'",
        "'fields:|  columns: {customfield_2: b}  # two|'"
            + " > 'fields:|  columns: {customfield_1: a, customfield_2: b}  # two|'",
        "'fields: {columns: {customfield_1: old, customfield_12: b}, freeze: true}|'"
            + " > 'fields: {columns: {customfield_1: a, customfield_12: b}, freeze: true}|'",
        "'fields: {}|' > 'fields: {columns: {customfield_1: a}}|'",
        "'fields: {freeze: true}|' > 'fields: {columns: {customfield_1: a}, freeze: true}|'"
      })
  void oneLineChangesAndNoOther(String before, String after) {
    assertThat(ColumnLine.in(JIRA + lines(before), "customfield_1", "a", Map.of()))
        .contains(JIRA + lines(after));
  }

  @Test
  void whatWouldHaveToBeGuessedIsLeftAlone() {
    String text = JIRA + "fields: {freeze: true,\n  columns: {\n    customfield_2: b}}\n";
    assertThat(ColumnLine.in(text, "customfield_1", "a", Map.of())).isEmpty();
  }

  private static String lines(String text) {
    return text.replace('|', '\n');
  }
}
