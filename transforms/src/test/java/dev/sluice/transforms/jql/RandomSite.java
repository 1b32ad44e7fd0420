package dev.sluice.transforms.jql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sites whose issues were created at awkward times, the same for the same seed. */
final class RandomSite {

  static final Instant NOW = Instant.parse("2026-11-24T06:00:12.345Z");

  private static final Instant FIRST_JIRA = Instant.parse("2002-04-04T11:37:05Z");

  /** Nights in which a clock was turned back or forward, and a day that one island left out. */
  private static final List<Instant> ODD_NIGHTS =
      List.of(
          at("2025-10-26T02:30", "Europe/Berlin"),
          at("2025-04-06T01:45", "Australia/Lord_Howe"),
          at("2025-04-06T03:00", "Pacific/Chatham"),
          at("2011-12-29T23:30", "Pacific/Apia"),
          at("1986-01-01T00:10", "Asia/Kathmandu"),
          at("2025-03-30T01:00", "Antarctica/Troll"),
          at("2024-02-29T12:00", "UTC"));

  private final Random random;
  private final int projects;
  private final int[] lastNumber;

  private RandomSite(long seed) {
    this.random = new Random(seed);
    this.projects = 1 + random.nextInt(random.nextBoolean() ? 3 : 24);
    this.lastNumber = new int[projects];
  }

  static SiteInMemory seeded(long seed) {
    return new RandomSite(seed).site();
  }

  private SiteInMemory site() {
    int size = size();
    List<SiteInMemory.Issue> issues = new ArrayList<>(size);
    int shape = random.nextInt(7);
    Instant center = ODD_NIGHTS.get(random.nextInt(ODD_NIGHTS.size()));
    Instant burst = center.truncatedTo(ChronoUnit.MINUTES);
    for (int i = 0; i < size; i++) {
      Instant created = created(shape, center, burst, (double) i / size);
      issues.add(issue(created, updated(created, shape, burst)));
    }
    return new SiteInMemory(issues);
  }

  private int size() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> 1 + random.nextInt(1_000);
      default -> random.nextInt(12_000);
    };
  }

  private Instant created(int shape, Instant center, Instant burst, double progress) {
    return switch (shape) {
      case 0 -> between(FIRST_JIRA, NOW, random.nextDouble());
      case 1 -> between(FIRST_JIRA, NOW, Math.cbrt(random.nextDouble()));
      case 2 -> between(FIRST_JIRA, NOW, Math.pow(random.nextDouble(), 5));
      case 3 -> center.plusSeconds(random.nextInt(4 * 3600) - 2 * 3600);
      case 4 ->
          random.nextInt(3) == 0
              ? between(FIRST_JIRA, NOW, progress)
              : burst.plusMillis(random.nextInt(60_000));
      case 5 ->
          random.nextInt(4) == 0
              ? NOW.plusSeconds((long) Math.pow(10, 1 + random.nextInt(9)))
              : between(FIRST_JIRA, NOW, progress);
      default ->
          random.nextInt(50) == 0
              ? Instant.EPOCH.plusSeconds(random.nextInt(600))
              : center.plus(Duration.ofDays((long) (400 * random.nextGaussian()))).plusMillis(1);
    };
  }

  private Instant updated(Instant created, int shape, Instant burst) {
    if (shape == 4 && random.nextBoolean()) {
      return burst.plus(Duration.ofDays(365)).plusMillis(random.nextInt(60_000));
    }
    return created.plusSeconds((long) Math.pow(10, 8 * random.nextDouble()));
  }

  private SiteInMemory.Issue issue(Instant created, Instant updated) {
    int project = random.nextInt(1 + random.nextInt(projects));
    lastNumber[project] += 1 + random.nextInt(3);
    String key = "P" + (char) ('A' + project);
    return new SiteInMemory.Issue(key, lastNumber[project], created, updated);
  }

  private static Instant between(Instant from, Instant to, double share) {
    return from.plusMillis((long) (Duration.between(from, to).toMillis() * share));
  }

  private static Instant at(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }
}
