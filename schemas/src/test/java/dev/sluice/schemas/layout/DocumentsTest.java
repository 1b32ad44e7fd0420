package dev.sluice.schemas.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DocumentsTest {

  private static final Interval DAY =
      new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"));

  @Test
  void aManifestHasTheKeysOfTheContract() {
    Manifest manifest =
        new Manifest(
            "r1",
            "acme",
            RunStatus.OK,
            Instant.parse("2026-01-02T00:10:00Z"),
            Instant.parse("2026-01-02T00:11:00Z"),
            DAY,
            Instant.parse("2026-01-02T00:00:00Z"),
            Map.of(
                "issue",
                new Manifest.TableFiles(
                    2, List.of(new Manifest.DataFile("issue/x.avro", 2, 99, "c0ffee")))));

    String json = new String(Documents.write(manifest), StandardCharsets.UTF_8);

    assertThat(json.replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"run_id\":\"r1\",\"pipeline\":\"acme\",\"status\":\"ok\","
                + "\"started_at\":\"2026-01-02T00:10:00Z\",\"finished_at\":\"2026-01-02T00:11:00Z\","
                + "\"interval\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"},"
                + "\"watermark\":\"2026-01-02T00:00:00Z\",\"tables\":{\"issue\":{\"rows\":2,"
                + "\"files\":[{\"path\":\"issue/x.avro\",\"rows\":2,\"bytes\":99,"
                + "\"schema\":\"c0ffee\"}]}}}");
    assertThat(Documents.read(Documents.write(manifest), Manifest.class)).isEqualTo(manifest);
  }

  @Test
  void keysOfANewerVersionAreIgnored() {
    byte[] json =
        "{\"format\":1,\"revision\":3,\"pipeline\":\"p\",\"schema_version\":2,\"shiny\":true}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Documents.read(json, State.class))
        .isEqualTo(new State(1, 3, "p", null, null, null, 2));
  }

  @Test
  void theWatermarkNeverMovesBackwards() {
    State state =
        new State(1, 4, "p", Instant.parse("2026-03-01T00:00:00Z"), "r0", Instant.EPOCH, 1);
    RunHeader earlier = header(Instant.parse("2026-01-02T00:00:00Z"));
    RunHeader later = header(Instant.parse("2026-03-02T00:00:00Z"));

    assertThat(state.after(earlier, Instant.EPOCH).watermark()).isEqualTo(state.watermark());
    assertThat(state.after(later, Instant.EPOCH).watermark()).isEqualTo(later.watermark());
    assertThat(state.after(later, Instant.EPOCH).revision()).isEqualTo(5);
  }

  @Test
  void anIntervalHasWholeMinutesAndADirection() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(Instant.EPOCH, Instant.EPOCH.plusMillis(1)))
        .withMessageContaining("whole minutes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(DAY.to(), DAY.from()))
        .withMessageContaining("before it starts");
    assertThat(DAY.pathForm()).isEqualTo("20260101T0000Z_20260102T0000Z");
  }

  private static RunHeader header(Instant watermark) {
    return new RunHeader(
        "r1",
        "p",
        RunMode.INTERVAL,
        DAY,
        Instant.EPOCH,
        "acme",
        "cloud",
        "1",
        1,
        "0",
        watermark,
        0);
  }
}
