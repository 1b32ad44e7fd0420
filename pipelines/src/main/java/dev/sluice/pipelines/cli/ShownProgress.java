package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunListener;
import dev.sluice.pipelines.run.RunProgress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows progress: one live line on a terminal, elsewhere a line of the log every 30 seconds. */
final class ShownProgress implements RunListener {

  private static final Logger LOG = LoggerFactory.getLogger(ShownProgress.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

  private final Terminal terminal;
  private final boolean live;
  private Duration lastLine = Duration.ZERO;

  ShownProgress(Terminal terminal, CommonOptions options) {
    this.terminal = terminal;
    this.live = terminal.attended() && options.logFormat == LogFormat.TEXT;
  }

  /** Nothing with {@code --quiet}. */
  static RunListener of(Terminal terminal, CommonOptions options) {
    return options.quiet ? RunListener.silent() : new ShownProgress(terminal, options);
  }

  @Override
  public void progress(RunProgress progress) {
    if (live) {
      terminal.live(ProgressLine.of(progress));
    } else if (progress.elapsed().minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
      lastLine = progress.elapsed();
      LOG.info("{}", ProgressLine.of(progress));
    }
  }
}
