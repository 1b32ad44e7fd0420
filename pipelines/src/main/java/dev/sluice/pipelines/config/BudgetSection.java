package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.QuietHours;
import dev.sluice.transforms.jira.SecretReference;
import dev.sluice.transforms.jira.SharedStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
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

  private BudgetSection() {}

  static BudgetConfig read(Section budget) {
    double rate =
        budget
            .number("requests-per-second", SLOWEST, FASTEST)
            .map(Number::doubleValue)
            .orElse(BudgetConfig.DEFAULT.requestsPerSecond());
    List<QuietHours> quietHours = new ArrayList<>();
    for (Section hours : budget.sections("quiet-hours")) {
      quietHours(hours, rate).ifPresent(quietHours::add);
    }
    BudgetConfig config =
        new BudgetConfig(
            rate,
            budget.wholeNumber("concurrency", 1, 64).orElse(BudgetConfig.DEFAULT.concurrency()),
            budget.duration("max-wait").orElse(BudgetConfig.DEFAULT.maxWait()),
            quietHours,
            shared(budget).orElse(null));
    budget.finish();
    return config;
  }

  private static Optional<SharedStore> shared(Section budget) {
    Optional<SecretReference> password =
        budget.has("shared-password")
            ? AuthSection.secret(budget, "shared-password", "REDIS_PASSWORD")
                .map(SecretReference::new)
            : Optional.empty();
    Optional<String> text = budget.text("shared");
    Optional<URI> address = text.flatMap(BudgetSection::store);
    if (text.isPresent() && address.isEmpty()) {
      budget.problem(
          "shared",
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
        hours.has("days")
            ? hours.parsed("days", "days such as mon-fri or sat,sun", Weekdays::parse)
            : Optional.of(EnumSet.allOf(DayOfWeek.class));
    Optional<LocalTime> from = required(hours, "from", "a time such as \"09:00\"");
    Optional<LocalTime> to = required(hours, "to", "a time such as \"17:00\"");
    Optional<ZoneId> zone =
        hours.parsed("zone", "a time zone such as Europe/Berlin", BudgetSection::zone);
    if (!hours.has("zone")) {
      hours.problem("zone", "is missing; name the time zone, such as Europe/Berlin");
    }
    Optional<Double> rate =
        hours.number("requests-per-second", SLOWEST, FASTEST).map(Number::doubleValue);
    if (!hours.has("requests-per-second")) {
      hours.problem("requests-per-second", "is missing; say how slow the hours should be");
    }
    if (rate.isPresent() && rate.get() >= usualRate) {
      hours.problem("requests-per-second", "is not below the usual rate of " + usualRate);
    }
    hours.finish();
    if (days.isEmpty() || from.isEmpty() || to.isEmpty() || zone.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new QuietHours(days.get(), from.get(), to.get(), zone.get(), rate.get()));
  }

  private static Optional<LocalTime> required(Section hours, String key, String expectation) {
    if (!hours.has(key)) {
      hours.problem(key, "is missing; write " + expectation);
      return Optional.empty();
    }
    return hours.parsed(key, expectation, BudgetSection::time);
  }

  /** The end of a day is the beginning of the next. */
  private static Optional<LocalTime> time(String text) {
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
