package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.QuietHours;
import dev.sluice.transforms.jira.SecretReference;
import dev.sluice.transforms.jira.SharedStore;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code jira.budget}. */
final class BudgetSection {

  private static final String SLOWEST = "0.01";
  private static final String FASTEST = "1000";
  private static final String PASSWORD = "REDIS_PASSWORD";

  private static final Key<BigDecimal> RATE =
      Key.of(
              "requests-per-second",
              Scalars.number(SLOWEST, FASTEST),
              "A hard bound for the whole job; a fraction such as 0.5 is allowed.")
          .standing("10");
  private static final Key<BigDecimal> CONCURRENCY =
      Key.of("concurrency", Scalars.wholeNumber(1, 64), "Requests under way at once.")
          .standing("8");
  private static final Key<Duration> MAX_WAIT =
      Key.of(
              "max-wait",
              Scalars.duration(),
              "When Jira asks for a longer wait than this, the run ends with 69.")
          .standing("15m");
  private static final Key<String> SHARED =
      Key.of(
              "shared",
              Scalars.text("`redis://host:port/database`", "rediss?://[^@\\s]+"),
              "A Redis: one budget for every process that names the same one.")
          .suchAs("redis://redis.acme.com:6379/0");
  private static final Key<String> SHARED_PASSWORD =
      AuthSection.reference("shared-password", "Where the password of that Redis is.", PASSWORD);

  private static final Key<Set<DayOfWeek>> DAYS =
      Key.of(
              "days",
              Scalars.parsed(
                  "days such as mon-fri or sat,sun",
                  "[A-Za-z]{3,5}(\\s*[-,]\\s*[A-Za-z]{3})*",
                  Weekdays::parse),
              "On which days.")
          .standing("daily")
          .suchAs("mon-fri", "sat,sun");
  private static final Key<LocalTime> FROM =
      Key.of("from", time("09:00"), "When they begin, in their zone.").suchAs("09:00");
  private static final Key<LocalTime> TO =
      Key.of("to", time("17:00"), "When they end, in their zone; 24:00 is allowed.")
          .suchAs("17:00");
  private static final Key<ZoneId> ZONE =
      Key.of(
              "zone",
              Scalars.parsed(
                  "a time zone such as Europe/Berlin",
                  "\\s*[A-Za-z0-9_+:/-]+\\s*",
                  BudgetSection::zone),
              "Their time zone.")
          .suchAs("Europe/Berlin");
  private static final Key<BigDecimal> SLOW_RATE =
      Key.of(
          "requests-per-second",
          Scalars.number(SLOWEST, FASTEST),
          "The rate of these hours, below the usual one.");
  private static final Key<List<Section>> QUIET_HOURS =
      Key.of(
          "quiet-hours",
          Structures.mappings(
              Keys.of(DAYS, FROM, TO, ZONE, SLOW_RATE).requiring(FROM, TO, ZONE, SLOW_RATE)),
          "Hours in which Jira is to be asked less.");

  static final Keys KEYS =
      Keys.of(RATE, CONCURRENCY, MAX_WAIT, QUIET_HOURS, SHARED, SHARED_PASSWORD);

  private BudgetSection() {}

  static BudgetConfig read(Section budget) {
    double rate =
        budget.get(RATE).map(Number::doubleValue).orElse(BudgetConfig.DEFAULT.requestsPerSecond());
    List<QuietHours> quietHours = new ArrayList<>();
    for (Section hours : budget.list(QUIET_HOURS)) {
      quietHours(hours, rate).ifPresent(quietHours::add);
    }
    BudgetConfig config =
        new BudgetConfig(
            rate,
            budget
                .get(CONCURRENCY)
                .map(Number::intValue)
                .orElse(BudgetConfig.DEFAULT.concurrency()),
            budget.get(MAX_WAIT).orElse(BudgetConfig.DEFAULT.maxWait()),
            quietHours,
            shared(budget).orElse(null));
    budget.finish();
    return config;
  }

  private static Optional<SharedStore> shared(Section budget) {
    Optional<SecretReference> password =
        budget.has(SHARED_PASSWORD)
            ? AuthSection.secret(budget, SHARED_PASSWORD, PASSWORD).map(SecretReference::new)
            : Optional.empty();
    Optional<String> text = budget.get(SHARED);
    Optional<URI> address = text.flatMap(BudgetSection::store);
    if (text.isPresent() && address.isEmpty()) {
      budget.problem(
          SHARED,
          "expected an address such as redis://host:6379/0, without a password in it;"
              + " shared-password refers to that");
    }
    return address.map(found -> new SharedStore(found, password.orElse(null)));
  }

  private static Optional<URI> store(String text) {
    try {
      return Optional.of(new URI(text.strip())).filter(SharedStore::isUsable);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Empty when a problem was reported. */
  private static Optional<QuietHours> quietHours(Section hours, double usualRate) {
    Optional<Set<DayOfWeek>> days =
        hours.has(DAYS) ? hours.get(DAYS) : Optional.of(EnumSet.allOf(DayOfWeek.class));
    Optional<LocalTime> from = required(hours, FROM);
    Optional<LocalTime> to = required(hours, TO);
    Optional<ZoneId> zone = hours.get(ZONE);
    if (!hours.has(ZONE)) {
      hours.problem(ZONE, "is missing; name the time zone, such as Europe/Berlin");
    }
    Optional<Double> rate = hours.get(SLOW_RATE).map(Number::doubleValue);
    if (!hours.has(SLOW_RATE)) {
      hours.problem(SLOW_RATE, "is missing; say how slow the hours should be");
    }
    if (rate.isPresent() && rate.get() >= usualRate) {
      hours.problem(SLOW_RATE, "is not below the usual rate of " + usualRate);
    }
    hours.finish();
    if (days.isEmpty() || from.isEmpty() || to.isEmpty() || zone.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new QuietHours(days.get(), from.get(), to.get(), zone.get(), rate.get()));
  }

  private static Optional<LocalTime> required(Section hours, Key<LocalTime> key) {
    if (!hours.has(key)) {
      hours.problem(key, "is missing; write " + key.shape().form());
    }
    return hours.get(key);
  }

  private static Shape<LocalTime> time(String example) {
    return Scalars.parsed(
        "a time such as \"" + example + "\"",
        "\\s*([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?\\s*|24:00",
        BudgetSection::parsed);
  }

  /** The end of a day is the beginning of the next. */
  private static Optional<LocalTime> parsed(String text) {
    try {
      return Optional.of(text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
