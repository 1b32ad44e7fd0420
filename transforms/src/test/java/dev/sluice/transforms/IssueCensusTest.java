package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.RunMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

final class IssueCensusTest {

  private static final Schema SCHEMA =
      SchemaBuilder.record("issue")
          .fields()
          .requiredString("id")
          .optionalLong("created")
          .optionalLong("updated")
          .name("labels")
          .type()
          .array()
          .items()
          .stringType()
          .noDefault()
          .requiredString("_site")
          .endRecord();

  @Test
  void whatIsNullOrAnEmptyListIsNotThereAndLineageIsNoColumn() {
    IssueProfile profile =
        census(
            issue("1", "2026-01-31T23:59:59Z", List.of("a")),
            issue("2", "2026-02-01T00:00:00Z", List.of()),
            issue("3", "2026-01-31T00:00:00Z", List.of()));

    assertThat(profile.issues()).isEqualTo(3);
    assertThat(profile.filled())
        .containsExactly(
            entry("id", 3L), entry("created", 0L), entry("updated", 3L), entry("labels", 1L));
  }

  @Test
  void daysAreThoseThatTheRunReadsBy() {
    assertThat(IssueCensus.of(SCHEMA, header(RunMode.FIRST)).profile().dayOf())
        .isEqualTo("created");
    assertThat(IssueCensus.of(SCHEMA, header(RunMode.INCREMENTAL)).profile().dayOf())
        .isEqualTo("updated");
  }

  @Test
  void aDayEndsAtMidnightInUtc() {
    IssueProfile profile =
        census(
            issue("1", "2026-01-31T23:59:59Z", List.of()),
            issue("2", "2026-02-01T00:00:00Z", List.of()));

    assertThat(profile.days())
        .containsExactly(entry(LocalDate.of(2026, 1, 31), 1L), entry(LocalDate.of(2026, 2, 1), 1L));
  }

  @Test
  void twoFilesTogetherAreWhatOneWouldBe() {
    GenericRecord one = issue("1", "2026-01-31T23:59:59Z", List.of("a"));
    GenericRecord other = issue("2", "2026-01-31T00:00:00Z", List.of());

    assertThat(census(one).with(census(other))).isEqualTo(census(one, other));
  }

  @Test
  void aProfileSurvivesItsDocument() {
    IssueProfile profile = census(issue("1", "2026-01-31T23:59:59Z", List.of("a")));

    assertThat(Documents.read(Documents.write(profile), IssueProfile.class)).isEqualTo(profile);
  }

  private static RunHeader header(RunMode mode) {
    return new RunHeader(
        "r1", "acme", mode, Runs.DAY, Runs.READ_AT, "acme", "cloud", "1001", 1, "0.1.0", null, 0);
  }

  private static IssueProfile census(GenericRecord... issues) {
    IssueCensus census = IssueCensus.of(SCHEMA, Runs.header("r1"));
    for (GenericRecord issue : issues) {
      census.count(issue);
    }
    return census.profile();
  }

  private static GenericRecord issue(String id, String updated, List<String> labels) {
    Instant instant = Instant.parse(updated);
    return new GenericRecordBuilder(SCHEMA)
        .set("id", id)
        .set("created", null)
        .set("updated", instant.getEpochSecond() * 1_000_000)
        .set("labels", new GenericData.Array<>(SCHEMA.getField("labels").schema(), labels))
        .set("_site", "acme")
        .build();
  }
}
