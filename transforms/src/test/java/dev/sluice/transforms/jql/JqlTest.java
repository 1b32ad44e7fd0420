package dev.sluice.transforms.jql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JqlTest {

  @Test
  void trap3InstantsAreUnquotedEpochMilliseconds() {
    DateRange range =
        DateRange.of(Instant.parse("2024-02-29T00:00:00Z"), Instant.parse("2024-03-01T00:00:00Z"));

    assertThat(Jql.in(RangeField.UPDATED, range))
        .isEqualTo("updated >= 1709164800000 AND updated < 1709251200000");
  }

  @Test
  void trap64OpenRangeStillHasALowerBound() {
    assertThat(Jql.in(RangeField.CREATED, DateRange.since(Instant.EPOCH)))
        .isEqualTo("created >= 0");
  }

  @Test
  void trap62ValuesAreQuotedSoThatReservedWordsAreHarmless() {
    assertThat(Jql.projectIn(List.of("INT", "OR", "A_1")))
        .isEqualTo("project in (\"INT\", \"OR\", \"A_1\")");
    assertThat(Jql.projectNotIn(List.of("EMPTY"))).isEqualTo("project not in (\"EMPTY\")");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`say \"hi\"`, `\"say \\\"hi\\\"\"`",
        "`C:\\temp`, `\"C:\\\\temp\"`",
        "`it's`, `\"it's\"`",
        "`日本 🚀`, `\"日本 🚀\"`",
        "`a\tb\nc\rd`, `\"a\\tb\\nc\\rd\"`",
        "`\u0000\u001b\u0085`, `\"\\u0000\\u001b\\u0085\"`",
        "``, `\"\"`"
      })
  void quotingEscapesWhatWouldEndOrBreakTheLiteral(String value, String literal) {
    assertThat(Jql.quote(value)).isEqualTo(literal);
  }

  @Test
  void countingNeedsNoOrder() {
    assertThat(Jql.unordered("created >= 0 ORDER BY created ASC, key ASC"))
        .isEqualTo("created >= 0");
  }
}
