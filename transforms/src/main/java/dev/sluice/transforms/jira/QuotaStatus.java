package dev.sluice.transforms.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of one of Jira Cloud's limits, as {@code RateLimit: "name";r=remaining;t=seconds}
 * tells; until a limit is enforced the header is called {@code Beta-RateLimit}.
 *
 * @param remaining requests or points left
 * @param seconds until the limit starts anew
 */
record QuotaStatus(String name, long remaining, long seconds) {
  private static final Pattern ENTRY = Pattern.compile("\"([^\"]*)\"([^\",]*)");
  private static final Pattern PARAMETER = Pattern.compile(";\\s*([a-z]+)\\s*=\\s*(\\d{1,15})");

  /** Returns every limit an answer tells of, in its order; what cannot be read is left out. */
  static List<QuotaStatus> of(ResponseHead head) {
    String header = head.header("RateLimit").or(() -> head.header("Beta-RateLimit")).orElse("");
    List<QuotaStatus> found = new ArrayList<>();
    for (Matcher entry = ENTRY.matcher(header); entry.find(); ) {
      long remaining = -1;
      long seconds = -1;
      for (Matcher parameter = PARAMETER.matcher(entry.group(2)); parameter.find(); ) {
        switch (parameter.group(1)) {
          case "r" -> remaining = Long.parseLong(parameter.group(2));
          case "t" -> seconds = Long.parseLong(parameter.group(2));
          default -> {
            // Parameters to come tell nothing that is needed here.
          }
        }
      }
      if (remaining >= 0 && seconds >= 0) {
        found.add(new QuotaStatus(entry.group(1), remaining, seconds));
      }
    }
    return List.copyOf(found);
  }

  boolean exhausted() {
    return remaining == 0;
  }

  Scope scope() {
    return scopeOf(name);
  }

  /** A limit that does not name itself as one endpoint's is taken as everything's. */
  static Scope scopeOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean endpoint = lower.contains("burst") || lower.contains("per-issue");
    return endpoint ? Scope.ENDPOINT : Scope.EVERYTHING;
  }
}
