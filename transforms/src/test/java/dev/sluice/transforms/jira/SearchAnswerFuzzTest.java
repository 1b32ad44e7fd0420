package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pages of which bytes were changed on their way: what comes out is a page that is JSON, or a
 * reason to ask again.
 */
final class SearchAnswerFuzzTest {

  private static final Arrival ARRIVAL =
      new Arrival(Optional.empty(), Instant.EPOCH, Instant.EPOCH);
  private static final List<String> ISSUES =
      List.of(
          "{\"id\":\"1\",\"key\":\"A-1\",\"fields\":{\"summary\":\"\\u00e9\\n\\\"x\\\\\",\"n\":1e400}}",
          "{\"id\":\"2\",\"fields\":{\"labels\":[\"a\",\"b\",[]],\"description\":{\"type\":\"doc\","
              + "\"content\":[{\"type\":\"text\",\"text\":\"\u00e4\ud83d\ude00\"}]}},\"key\":\"A-2\"}",
          "{\"id\":3,\"fields\":null,\"changelog\":{\"histories\":[{\"id\":\"9\",\"items\":[{}]}]}}");
  private static final String PAGE =
      "{\"expand\":\"names\",\"issues\":["
          + String.join(" , ", ISSUES)
          + "],\"warnings\":[\"w\",{\"x\":1}],\"total\":3,\"nextPageToken\":\"abc\",\"isLast\":false}";

  @Test
  void aChangedPageIsAPageOrIsRefused() {
    change(40_000, 7);
  }

  @Test
  @Tag("proof")
  void noneOfFourHundredThousandChangedPagesIsMisread() {
    change(400_000, 20_261_124);
  }

  private static void change(int mutations, long seed) {
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < mutations; i++) {
      byte[] changed = changed(page, random);
      try {
        SearchAnswer answer = answer(changed);
        for (byte[] issue : answer.page().issues()) {
          assertThat(Json.MAPPER.readTree(issue)).isNotNull();
        }
        read++;
      } catch (IOException e) {
        assertThat(e).as("mutation " + i).isNotNull();
      } catch (RuntimeException e) {
        fail("mutation " + i + ": " + new String(changed, StandardCharsets.UTF_8), e);
      }
    }
    assertThat(read).as("both ends are met").isBetween(mutations / 20, mutations * 19 / 20);
  }

  @Test
  void aChangeInOneIssueLeavesTheOthersToTheByte() throws IOException {
    Random random = new Random(8);
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    byte[] second = ISSUES.get(1).getBytes(StandardCharsets.UTF_8);
    int start =
        PAGE.substring(0, PAGE.indexOf(ISSUES.get(1))).getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < 2_000; i++) {
      byte[] changed = page.clone();
      int at = start + 1 + random.nextInt(second.length - 2);
      changed[at] = (byte) ('a' + random.nextInt(26));
      SearchAnswer answer;
      try {
        answer = answer(changed);
      } catch (IOException e) {
        continue;
      }
      assertThat(answer.page().issues()).hasSize(3);
      assertThat(answer.page().issues().get(0))
          .isEqualTo(ISSUES.get(0).getBytes(StandardCharsets.UTF_8));
      assertThat(answer.page().issues().get(2))
          .isEqualTo(ISSUES.get(2).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static SearchAnswer answer(byte[] body) throws IOException {
    return new SearchAnswerReader(Long.MAX_VALUE)
        .read(new RecordedBody(new ByteArrayInputStream(body)), ARRIVAL);
  }

  private static byte[] changed(byte[] page, Random random) {
    byte[] bytes = page.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) random.nextInt(256);
        case 3 -> bytes[at] = (byte) "\",:{}[]\\0 ".charAt(random.nextInt(10));
        default -> {
          int to = Math.min(bytes.length, at + random.nextInt(60));
          byte[] longer = Arrays.copyOf(bytes, bytes.length + to - at);
          System.arraycopy(bytes, at, longer, to, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
