package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.state.IssueStanding;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangeOrderTest {

  private static final Instant ENDED = at(100);

  @Test
  void anIssueThatWasChangedLaterWinsAlsoWhenItWasReadEarlier() {
    assertGreater(read(20, 30), read(10, 40));
  }

  @Test
  void ofTheSameVersionTheLaterReadWins() {
    assertGreater(read(10, 40), read(10, 30));
  }

  @Test
  void thatAnIssueIsGoneWinsOverItsLastReadAndLosesToTheNext() {
    ChangeOrder gone = ChangeOrder.of(standing(10, 30, Optional.of(at(35))), ENDED);

    assertGreater(gone, read(10, 30));
    assertGreater(read(10, 40), gone);
    assertGreater(read(11, 30), gone);
  }

  @Test
  void ofTwoRunsThatSawTheSameTheLaterWins() {
    assertGreater(
        ChangeOrder.of(standing(10, 30, Optional.empty()), at(101)),
        ChangeOrder.of(standing(10, 30, Optional.empty()), at(100)));
    assertGreater(ChangeOrder.of(at(101), at(30)), ChangeOrder.of(at(100), at(40)));
    assertGreater(ChangeOrder.of(at(101), at(31)), ChangeOrder.of(at(101), at(30)));
  }

  @Test
  void aSequenceNumberHasTheFormThatBigQueryTakes() {
    assertThat(read(1, 2).sequenceNumber())
        .isEqualTo("80000000000f4240/80000000001e8480/8000000005f5e100");
  }

  @Test
  void aTimeBefore1970IsLessThanOneAfter() {
    assertGreater(read(1, 30), read(-1, 30));
    assertGreater(read(-1, 30), read(-2, 30));
  }

  private static void assertGreater(ChangeOrder greater, ChangeOrder less) {
    assertThat(greater).isGreaterThan(less);
    assertThat(StreamedTable.compare(greater.sequenceNumber(), less.sequenceNumber())).isPositive();
  }

  private static ChangeOrder read(long updated, long readAt) {
    return ChangeOrder.of(standing(updated, readAt, Optional.empty()), ENDED);
  }

  private static IssueStanding standing(long updated, long readAt, Optional<Instant> gone) {
    return new IssueStanding(at(updated), at(readAt), "run", "s0000", gone, gone.isPresent());
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
