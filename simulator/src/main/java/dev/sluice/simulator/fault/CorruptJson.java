package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import java.util.Arrays;

/** Bodies that arrive complete but end before the JSON does. */
record CorruptJson(double share, Dice dice) implements FaultRule {
  @Override
  public Response after(Request request, Response response) {
    if (response.status() != 200 || !dice.falls(share)) {
      return response;
    }
    byte[] body = response.body();
    return response.withBody(Arrays.copyOf(body, body.length / 2));
  }
}
