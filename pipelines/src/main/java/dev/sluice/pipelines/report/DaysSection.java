package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.IssueProfile;
import java.util.List;
import java.util.Optional;

/** How many issues of the run fall on each day. */
record DaysSection(String dayOf, DayBuckets buckets) {

  private static final int HEIGHT = 110;

  static Optional<DaysSection> of(RunFacts facts) {
    return facts.profile().filter(profile -> !profile.days().isEmpty()).map(DaysSection::of);
  }

  private static DaysSection of(IssueProfile profile) {
    return new DaysSection(profile.dayOf(), DayBuckets.of(profile.days()));
  }

  Element element() {
    List<DayBuckets.Bucket> all = buckets.buckets();
    String word = buckets.grain().word();
    Element chart =
        Parts.chart(HEIGHT, "Issues a " + word + ", at most " + Numbers.whole(buckets.most()));
    double step = (double) Parts.WIDTH / all.size();
    double gap = Math.min(3, step * 0.2);
    for (int i = 0; i < all.size(); i++) {
      DayBuckets.Bucket bucket = all.get(i);
      double height = (double) HEIGHT * bucket.issues() / buckets.most();
      if (bucket.issues() > 0) {
        chart.add(
            Parts.rect("data", i * step, HEIGHT - height, step - gap, height)
                .add(
                    Element.of(
                        "title",
                        buckets.name(i) + ": " + Numbers.count(bucket.issues(), "issue"))));
      }
    }
    return Parts.section(
            "Issues a " + word,
            "By the "
                + word
                + " in which they were "
                + (dayOf.equals("created") ? "created" : "last changed")
                + ", UTC; at most "
                + Numbers.whole(buckets.most())
                + ".")
        .add(
            chart,
            all.size() == 1
                ? Parts.axis(buckets.name(0))
                : Parts.axis(buckets.name(0), buckets.name(all.size() - 1)));
  }
}
