package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.run.RunListener;
import dev.sluice.pipelines.run.RunProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ShownProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final CommonOptions options = new CommonOptions();

  @Test
  void aLogGetsALineEveryThirtySeconds() {
    watchTwoMinutes(new Terminal(Console.unattended(stream, stream)));

    assertThat(written().lines()).hasSize(4).allMatch(line -> line.contains("Z 1/2 shards | "));
  }

  @Test
  void aTerminalGetsOneLineThatIsDrawnAnew() {
    watchTwoMinutes(new Terminal(Consoles.attended(stream, 100)));

    assertThat(written()).doesNotContain("\n");
    assertThat(written().split("\r", -1)).hasSize(122);
  }

  @Test
  void whoWantsQuietHasIt() {
    options.quiet = true;

    watchTwoMinutes(new Terminal(Consoles.attended(stream, 100)));

    assertThat(written()).isEmpty();
  }

  private void watchTwoMinutes(Terminal terminal) {
    Logging logging = Logging.start(terminal, options);
    try {
      RunListener listener = ShownProgress.of(terminal, options);
      for (int second = 0; second <= 120; second++) {
        listener.progress(
            new RunProgress(Duration.ofSeconds(second), 1, 2, 10, 20, 1, 10, Duration.ZERO));
      }
    } finally {
      logging.close();
    }
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
