package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site of any number of issues that needs no memory for them: nothing much stands in them. */
public final class SparseSite {
  /** The keys of its projects: each has a quarter of the issues, one after the other. */
  public static final List<String> PROJECTS = List.of("SPA", "SPB", "SPC", "SPD");

  private static final ZoneId ZONE = ZoneId.of("UTC");

  private SparseSite() {}

  /**
   * Makes a site of that many issues. Ids ascend from 10000 without a gap, keys likewise within
   * each project; the issues were created at even intervals from 2016 on until the end of 2025,
   * each an hour before it was last updated.
   *
   * @throws IllegalArgumentException when {@code issues} is negative
   */
  public static Site of(int issues) {
    if (issues < 0) {
      throw new IllegalArgumentException("A site cannot have " + issues + " issues");
    }
    Person reader =
        new Person(
            "712020:00000000-0000-4000-8000-000000000001",
            "JIRAUSER10100",
            "reader",
            "Ria Reader",
            Optional.of("reader@example.com"),
            Role.CAMPAIGN,
            ZONE,
            Optional.empty());
    List<ObjectNode> projects = new ArrayList<>();
    for (int number = 0; number < PROJECTS.size(); number++) {
      projects.add(SparseIssues.project(number));
    }
    return new Site(
        "Sparse",
        ZONE,
        ZONE,
        new SparseIssues(issues, reader),
        SystemField.catalogue(),
        projects,
        List.of(reader.directoryJson()),
        Arrays.stream(Status.values()).map(Status::catalogueJson).toList(),
        Arrays.stream(Kind.values()).map(Kind::catalogueJson).toList(),
        Arrays.stream(Priority.values()).map(Priority::catalogueJson).toList(),
        Arrays.stream(Resolution.values()).map(Resolution::json).toList(),
        List.of(),
        Map.of());
  }

  /** When the first issue was created. */
  static Instant first() {
    return Instant.parse("2016-01-01T00:00:00Z");
  }

  /** When the next issue after the last one would have been created. */
  static Instant end() {
    return Instant.parse("2026-01-01T00:00:00Z");
  }
}
