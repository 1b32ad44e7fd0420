package dev.sluice.pipelines.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** The run that wants a lock, and where it runs. */
public record LockHolderIdentity(String runId, String host, long pid) {

  /** This process. */
  public static LockHolderIdentity ofThisProcess(String runId) {
    return new LockHolderIdentity(runId, hostName(), ProcessHandle.current().pid());
  }

  LockHolder startingAt(Instant now) {
    return new LockHolder(runId, host, pid, now, now);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
