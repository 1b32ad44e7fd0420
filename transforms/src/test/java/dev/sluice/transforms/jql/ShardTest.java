package dev.sluice.transforms.jql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShardTest {

  private static final Shard OPEN =
      Shard.of(
          3,
          RangeField.UPDATED,
          DateRange.since(Instant.parse("2026-01-01T00:00:00Z")),
          "updated >= 1767225600000 ORDER BY updated ASC, key ASC",
          42);

  @Test
  void idsAreZeroPaddedSoThatTheySortAsTheyAreRead() {
    assertThat(OPEN.id()).isEqualTo("s0003");
    assertThat(Shard.of(12_345, OPEN.field(), OPEN.range(), OPEN.jql(), 0).id())
        .isEqualTo("s12345");
  }

  @Test
  void countsWithoutOrder() {
    assertThat(OPEN.countJql()).isEqualTo("updated >= 1767225600000");
  }

  @Test
  void aPartOfAShardIsAskedForInTheSameOrder() {
    assertThat(OPEN.jqlSince(Instant.parse("2026-02-01T00:00:00Z")))
        .isEqualTo(
            "updated >= 1767225600000 AND updated >= 1769904000000"
                + " ORDER BY updated ASC, key ASC");
    assertThat(OPEN.jqlOf(List.of("10001", "10002")))
        .isEqualTo(
            "updated >= 1767225600000 AND id in (10001, 10002) ORDER BY updated ASC, key ASC");
  }

  @Test
  void survivesJsonWithAPlainMapper() throws IOException {
    ObjectMapper mapper = new ObjectMapper();

    String json = mapper.writeValueAsString(OPEN);

    assertThat(json)
        .isEqualTo(
            "{\"id\":\"s0003\",\"ordinal\":3,\"field\":\"UPDATED\","
                + "\"range\":\"2026-01-01T00:00:00Z/..\","
                + "\"jql\":\"updated >= 1767225600000 ORDER BY updated ASC, key ASC\","
                + "\"expected\":42}");
    assertThat(mapper.readValue(json, Shard.class)).isEqualTo(OPEN);
  }

  @Test
  void survivesJavaSerialization() throws IOException, ClassNotFoundException {
    Instant from = OPEN.range().from();
    Shard closed =
        Shard.of(4, OPEN.field(), DateRange.of(from, from.plusSeconds(60)), OPEN.jql(), 1);

    assertThat(serialized(OPEN)).isEqualTo(OPEN);
    assertThat(serialized(closed)).isEqualTo(closed);
  }

  private static Object serialized(Shard shard) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shard);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
