package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aLineThatStaysIsPutAboveTheLiveLine() {
    Terminal terminal = new Terminal(Consoles.attended(stream, 20));

    terminal.live("1/2 shards");
    terminal.line("a warning");

    assertThat(written())
        .isEqualTo(
            "\r\u001b[2K1/2 shards\r\u001b[2Ka warning" + System.lineSeparator() + "1/2 shards");
  }

  @Test
  void theLiveLineNeverWraps() {
    Terminal terminal = new Terminal(Consoles.attended(stream, 10));

    terminal.live("0123456789abc");

    assertThat(written()).isEqualTo("\r\u001b[2K012345678");
  }

  @Test
  void nothingIsDrawnAnewWhereNobodyWatches() {
    Terminal terminal = new Terminal(Console.unattended(stream, stream));

    terminal.live("1/2 shards");
    terminal.line("done");

    assertThat(written()).isEqualTo("done" + System.lineSeparator());
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(Style.of(true, Map.of("TERM", "xterm")).bad("x")).isEqualTo("\u001b[31mx\u001b[0m");
    assertThat(Style.of(true, Map.of("NO_COLOR", "1")).bad("x")).isEqualTo("x");
    assertThat(Style.of(true, Map.of("TERM", "dumb")).bad("x")).isEqualTo("x");
    assertThat(Style.of(false, Map.of()).bad("x")).isEqualTo("x");
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
