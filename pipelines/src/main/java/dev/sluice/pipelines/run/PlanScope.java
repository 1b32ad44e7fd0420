package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.layout.Documents;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a plan depends on besides Jira, as a fingerprint: two equal ones ask the same question. */
final class PlanScope {

  private PlanScope() {}

  /**
   * Of the request and of everything in the configuration that decides what is read and written.
   */
  static String of(IntervalRequest request, SluiceConfig config) {
    List<Object> parts =
        List.of(
            question(request),
            config.jira().url(),
            config.jira().site(),
            Scopes.allIssues(config.jira()),
            new TreeSet<>(config.tables().selected()),
            new TreeSet<>(config.tables().required()),
            config.tables().historyInitial(),
            new TreeMap<>(config.fields().naming().columns()),
            config.fields().naming().onRename(),
            config.fields().naming().onRecreate(),
            config.fields().selection());
    return fingerprint(Documents.writeLine(parts));
  }

  /** What the last success leaves to be done is the same question whoever asks it. */
  private static Object question(IntervalRequest request) {
    return request instanceof IntervalRequest.SinceLastSuccess
        ? new IntervalRequest.Automatic().toString()
        : request.toString();
  }

  private static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
