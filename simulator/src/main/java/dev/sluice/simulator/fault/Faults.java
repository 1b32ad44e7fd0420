package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

  public List<SimIssue> found(List<SimIssue> issues, Walk walk) {
    List<SimIssue> seen = issues;
    for (FaultRule rule : rules) {
      seen = rule.found(seen, walk);
    }
    return seen;
  }

  public int pageSize(int size, Walk walk) {
    int limited = size;
    for (FaultRule rule : rules) {
      limited = rule.pageSize(limited, walk);
    }
    return limited;
  }

  public TokenPage page(TokenPage page, Walk walk) {
    TokenPage changed = page;
    for (FaultRule rule : rules) {
      changed = rule.page(changed, walk);
    }
    return changed;
  }

  public Response after(Request request, Response response) {
    Response changed = response;
    for (FaultRule rule : rules) {
      changed = rule.after(request, changed);
    }
    return changed;
  }
}
