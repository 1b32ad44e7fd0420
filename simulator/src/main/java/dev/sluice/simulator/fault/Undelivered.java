package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Response.Delivery;

/** Answers that are lost on the way, wholly or from the middle on. */
record Undelivered(double share, Dice dice, boolean wholly) implements FaultRule {
  @Override
  public Response after(Request request, Response response) {
    return dice.falls(share)
        ? response.withDelivery(wholly ? Delivery.RESET : Delivery.TRUNCATED)
        : response;
  }
}
