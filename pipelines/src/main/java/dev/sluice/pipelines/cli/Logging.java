package dev.sluice.pipelines.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Sends the log to the terminal for as long as a verb runs, and gives it back afterwards. Set up in
 * code: a start-up needs no file for it. Libraries speak up only when something is wrong.
 */
final class Logging extends Handler {

  // Held, because the log manager holds its loggers weakly.
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("dev.sluice");

  private final Terminal terminal;
  private final LogLine line;
  private final Handler[] earlier = ROOT.getHandlers();
  private final Level earlierRoot = levelOf(ROOT);
  private final Level earlierOurs = levelOf(OURS);

  private Logging(Terminal terminal, LogLine line) {
    this.terminal = terminal;
    this.line = line;
  }

  static Logging start(Terminal terminal, CommonOptions options) {
    Logging logging = new Logging(terminal, new LogLine(options.logFormat, options.debug));
    for (Handler handler : logging.earlier) {
      ROOT.removeHandler(handler);
    }
    ROOT.addHandler(logging);
    ROOT.setLevel(options.debug ? Level.INFO : Level.WARNING);
    OURS.setLevel(options.debug ? Level.FINE : options.quiet ? Level.WARNING : Level.INFO);
    return logging;
  }

  @Override
  public void publish(LogRecord event) {
    if (isLoggable(event)) {
      terminal.line(line.of(event));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    for (Handler handler : earlier) {
      ROOT.addHandler(handler);
    }
    ROOT.setLevel(earlierRoot);
    OURS.setLevel(earlierOurs);
  }

  private static Level levelOf(Logger logger) {
    return logger.getLevel() == null ? Level.INFO : logger.getLevel();
  }
}
