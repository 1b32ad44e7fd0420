package dev.sluice.schemas.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TemplateTest {

  @Test
  void aMacroIsReplacedByWhatItStandsFor() {
    assertThat(expanded("SELECT $now, $day(a.b)")).isEqualTo("SELECT NOW(), DATE(a.b)");
  }

  @Test
  void argumentsMayHoldMacrosCommasInParenthesesAndQuotedOnes() {
    assertThat(expanded("$days($day(x), coalesce(y, z))")).isEqualTo("coalesce(y, z) - DATE(x)");
    assertThat(expanded("$days('a,(b', c)")).isEqualTo("c - 'a,(b'");
  }

  @Test
  void anArgumentIsTakenAsItIs() {
    assertThat(expanded("$day('$' || x)")).isEqualTo("DATE('$' || x)");
  }

  @Test
  void anOpenParenthesisIsAMistake() {
    assertThatThrownBy(() -> expanded("$day(x")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String expanded(String text) {
    Map<String, String> macros = Map.of("now", "NOW()", "day", "DATE($1)", "days", "$2 - $1");
    return new Template(text).expand((name, arguments) -> macros.getOrDefault(name, ""));
  }
}
