package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SearchAnswerReaderTest {
  private static final Arrival ARRIVAL =
      new Arrival(Optional.empty(), Instant.EPOCH, Instant.EPOCH);

  @Test
  void cutsIssuesExactlyHoweverTheBytesArrive() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> issues = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        issues.add("{\"i\":" + i + ",\"t\":\"" + "\u00fcx".repeat(random.nextInt(9_000)) + "\"}");
      }
      String pad = "p".repeat(random.nextInt(20_000));
      String body =
          "{\"pad\":{\"a\":[\""
              + pad
              + "\"]},\"issues\":["
              + String.join(",", issues)
              + "],\"total\":"
              + round
              + ",\"nextPageToken\":\"t"
              + round
              + "\"}";
      SearchAnswer answer = read(body.getBytes(StandardCharsets.UTF_8), random);
      assertThat(answer.page().issues())
          .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(issues);
      assertThat(answer.total()).hasValue(round);
      assertThat(answer.nextPageToken()).contains("t" + round);
    }
  }

  @Test
  void everyCutOffBodyIsRefused() {
    byte[] body =
        "{\"issues\":[{\"id\":\"1\",\"n\":[1,2]}],\"isLast\":true}"
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < body.length; length++) {
      byte[] cut = Arrays.copyOf(body, length);
      assertThatThrownBy(() -> read(cut, new Random(1))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void valuesThatAreNoIssuesAreHandedOnToo() throws IOException {
    SearchAnswer answer =
        read(
            "{\"issues\":[null,\"a\\\"b\",7,[{}],{}],\"warnings\":[\"w\",{\"code\":\"C\"}],\"total\":null}"
                .getBytes(StandardCharsets.UTF_8),
            new Random(1));
    assertThat(answer.page().issues())
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .containsExactly("null", "\"a\\\"b\"", "7", "[{}]", "{}");
    assertThat(answer.warnings()).containsExactly("w", "{\"code\":\"C\"}");
    assertThat(answer.total()).isEmpty();
  }

  @Test
  void otherEncodingsAreRefused() {
    byte[] body = "{\"issues\":[{\"id\":\"1\"}]}".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> read(body, new Random(1))).isInstanceOf(IOException.class);
  }

  private static SearchAnswer read(byte[] body, Random random) throws IOException {
    return new SearchAnswerReader(Long.MAX_VALUE)
        .read(new RecordedBody(new Dribble(new ByteArrayInputStream(body), random)), ARRIVAL);
  }

  /** Gives as few bytes at a time as chance wants. */
  private static final class Dribble extends FilterInputStream {
    private final Random random;

    Dribble(InputStream in, Random random) {
      super(in);
      this.random = random;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
      int size = random.nextBoolean() ? wanted : 1 + random.nextInt(wanted);
      return in.read(target, offset, size);
    }
  }
}
