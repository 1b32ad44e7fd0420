package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import java.util.List;
import java.util.Optional;

/** Gateways and servers that fail now and then, as HTML the way they do. */
record ServerErrors(double share, Dice dice) implements FaultRule {
  private static final List<Integer> STATUSES = List.of(502, 503, 504);

  @Override
  public Optional<Response> instead(Request request) {
    if (!dice.falls(share)) {
      return Optional.empty();
    }
    int status = STATUSES.get(dice.below(STATUSES.size()));
    return Optional.of(Response.html(status, "<html><body><h1>" + status + "</h1></body></html>"));
  }
}
