package dev.sluice.transforms.jira;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Ends a body that drips on for too long: a socket's time-out only ends one that is silent. */
final class DeadlineStream extends FilterInputStream {
  private final Ticker ticker;
  private final long deadline;

  DeadlineStream(InputStream body, Ticker ticker, long deadline) {
    super(body);
    this.ticker = ticker;
    this.deadline = deadline;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    check();
    return in.read(target, offset, wanted);
  }

  @Override
  public int read() throws IOException {
    check();
    return in.read();
  }

  private void check() throws SocketTimeoutException {
    if (ticker.nanos() - deadline > 0) {
      throw new SocketTimeoutException("the whole answer takes too long");
    }
  }
}
