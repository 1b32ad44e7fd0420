package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** All faults that are switched on, as one. */
public final class Faults {
  private final List<FaultRule> rules;

  private Faults(List<FaultRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Switches faults on.
   *
   * @param specifications such as {@code latency=150ms}, {@code rate-limit=10/s}, {@code anonymous}
   * @throws IllegalArgumentException when one is unknown or its argument makes no sense
   */
  public static Faults of(Collection<String> specifications, long seed) {
    List<FaultRule> rules = new ArrayList<>();
    for (String specification : specifications) {
      int equals = specification.indexOf('=');
      String label = equals < 0 ? specification : specification.substring(0, equals);
      FaultKind kind =
          FaultKind.named(label.strip())
              .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + label + "'"));
      String text = equals < 0 ? kind.example() : specification.substring(equals + 1).strip();
      rules.add(kind.rule(new Argument(kind.label(), text), new Dice(seed + rules.size())));
    }
    return new Faults(rules);
  }

  public Site site(Site site, Instant now) {
    return folded(site, (rule, seen) -> rule.site(seen, now));
  }

  public Clock clock(Clock clock) {
    return folded(clock, FaultRule::clock);
  }

  public Clock dateClock(Clock clock) {
    return folded(clock, FaultRule::dateClock);
  }

  public Duration indexLag() {
    return rules.stream().map(FaultRule::indexLag).reduce(Duration.ZERO, Duration::plus);
  }

  public Duration delay(Request request) {
    return rules.stream().map(rule -> rule.delay(request)).reduce(Duration.ZERO, Duration::plus);
  }

  public Optional<Response> instead(Request request) {
    return rules.stream().flatMap(rule -> rule.instead(request).stream()).findFirst();
  }

  public boolean loginLost(Request request) {
    // Every rule must see every request: some count them.
    return rules.stream().filter(rule -> rule.loginLost(request)).count() > 0;
  }

  public OptionalLong orderOfTies(Walk walk) {
    return rules.stream().flatMapToLong(rule -> rule.orderOfTies(walk).stream()).findFirst();
  }

  public boolean refusesToken(Walk walk) {
    return rules.stream().anyMatch(rule -> rule.refusesToken(walk));
  }

  public int resultWindow(int window) {
    return folded(window, FaultRule::resultWindow);
  }

  public int count(int count) {
    return folded(count, FaultRule::count);
  }

  public int total(int total, Walk walk) {
    return folded(total, (rule, seen) -> rule.total(seen, walk));
  }

  public List<SimIssue> found(List<SimIssue> issues, Walk walk) {
    return folded(issues, (rule, seen) -> rule.found(seen, walk));
  }

  public List<SimIssue> shown(List<SimIssue> page, Walk walk) {
    return folded(page, (rule, seen) -> rule.shown(seen, walk));
  }

  public int pageSize(int size, Walk walk) {
    return folded(size, (rule, seen) -> rule.pageSize(seen, walk));
  }

  public TokenPage page(TokenPage page, Walk walk) {
    return folded(page, (rule, seen) -> rule.page(seen, walk));
  }

  public Response after(Request request, Response response) {
    return folded(response, (rule, seen) -> rule.after(request, seen));
  }

  private <T> T folded(T whole, BiFunction<FaultRule, T, T> moment) {
    T seen = whole;
    for (FaultRule rule : rules) {
      seen = moment.apply(rule, seen);
    }
    return seen;
  }
}
