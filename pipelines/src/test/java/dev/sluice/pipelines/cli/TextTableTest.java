package dev.sluice.pipelines.cli;

import static dev.sluice.pipelines.cli.TextTable.Heading.figures;
import static dev.sluice.pipelines.cli.TextTable.Heading.names;
import static dev.sluice.pipelines.cli.TextTable.Heading.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {

  private final TextTable table =
      new TextTable(names("field"), words("name"), figures("issues"), words("where"))
          .row("customfield_10042", "Campaign Budget", "1,204", "MKTG 40, OPS 2")
          .row("summary", "Summary", "9", "");

  @Test
  void eachColumnIsAsWideAsItsWidestCell() {
    assertThat(drawn(Integer.MAX_VALUE))
        .containsExactly(
            "  field              name             issues  where",
            "  customfield_10042  Campaign Budget   1,204  MKTG 40, OPS 2",
            "  summary            Summary               9");
  }

  @Test
  void wordsAreCutWhereItIsNarrowNamesAndFiguresAreNot() {
    assertThat(drawn(50))
        .containsExactly(
            "  field              name       issues  where",
            "  customfield_10042  Campaign…   1,204  MKTG 40, …",
            "  summary            Summary         9")
        .allSatisfy(line -> assertThat(Glyphs.width(line)).isLessThanOrEqualTo(50));
    assertThat(drawn(1).get(1)).isEqualTo("  customfield_10042  Campa…   1,204  MKTG …");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    table.row("customfield_10058", "キャンペーン名", "1", "🚀");

    assertThat(drawn(60).get(3)).isEqualTo("  customfield_10058  キャンペーン名        1  🚀");
    assertThat(drawn(50).get(3)).isEqualTo("  customfield_10058  キャンペ…       1  🚀");
  }

  @Test
  void namesFromJiraCannotMoveTheCursorOrTurnTheLine() {
    table.row("customfield_1", "a\u001b[2J\r\nb\u009bc\u202ed", "1", "");

    assertThat(drawn(Integer.MAX_VALUE).get(3))
        .isEqualTo("  customfield_1      a [2J b c d           1");
  }

  private List<String> drawn(int width) {
    Lines lines = new Lines(0);
    table.drawIn(lines, Style.PLAIN, width);
    return lines.toString().lines().toList();
  }
}
