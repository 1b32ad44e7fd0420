package dev.sluice.pipelines.cli;

import dev.sluice.simulator.http.RequestLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What went wrong on purpose, and what became of it.
 *
 * @param faults as they were asked for
 * @param answers how often each status was answered; 0 stands for a connection that was reset
 */
record DemoStorm(List<String> faults, Map<Integer, Long> answers) {

  static DemoStorm of(List<String> faults, RequestLog log) {
    return new DemoStorm(faults, log.countsByStatus());
  }

  void tell(Lines lines, long requestsRetried, Duration waited) {
    lines.entry("faults", String.join(" ", faults));
    List<String> refusals = new ArrayList<>();
    answers.forEach(
        (status, times) -> {
          if (status == 0 || status >= 400) {
            refusals.add(Figures.whole(times) + " " + (status == 0 ? "reset" : "x " + status));
          }
        });
    lines.entry(
        "retried",
        Figures.count(requestsRetried, "request")
            + " sent again, waited "
            + Figures.time(waited)
            + " in all"
            + (refusals.isEmpty() ? "" : " (" + String.join(", ", refusals) + ")"));
  }
}
