package dev.sluice.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;

/**
 * One issue as Jira sent it.
 *
 * @param position where the issue stood in the run; unique within it
 * @param readAt the server's time of the page it came from
 * @param json one JSON object, UTF-8
 */
@SuppressWarnings(
    "ArrayRecordComponent") // the bytes as they came: copying every issue would cost more than the
// parse
public record RawIssue(String shardId, long position, Instant readAt, byte[] json) {

  @Override
  public boolean equals(Object other) {
    return other instanceof RawIssue issue
        && issue.shardId.equals(shardId)
        && issue.position == position
        && issue.readAt.equals(readAt)
        && Arrays.equals(issue.json, json);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(json);
  }

  @Override
  public String toString() {
    return "RawIssue[" + shardId + "/" + position + ", " + json.length + " bytes]";
  }

  /** Encodes the JSON as it is. */
  static final class RawIssueCoder extends AtomicCoder<RawIssue> {

    static final RawIssueCoder INSTANCE = new RawIssueCoder();

    private RawIssueCoder() {}

    @Override
    public void encode(RawIssue issue, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(issue.shardId, out);
      VarLongCoder.of().encode(issue.position, out);
      VarLongCoder.of().encode(issue.readAt.toEpochMilli(), out);
      ByteArrayCoder.of().encode(issue.json, out);
    }

    @Override
    public RawIssue decode(InputStream in) throws IOException {
      String shardId = StringUtf8Coder.of().decode(in);
      long position = VarLongCoder.of().decode(in);
      Instant readAt = Instant.ofEpochMilli(VarLongCoder.of().decode(in));
      return new RawIssue(shardId, position, readAt, ByteArrayCoder.of().decode(in));
    }

    @Override
    public void verifyDeterministic() {}
  }
}
