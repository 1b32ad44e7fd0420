package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import java.util.Optional;

/** A proxy or single sign-on that answers with its own page and calls that a success. */
record LoginPage(double share, Dice dice) implements FaultRule {
  @Override
  public Optional<Response> instead(Request request) {
    return dice.falls(share)
        ? Optional.of(
            Response.html(
                200,
                "<!DOCTYPE html><html><head><title>Log in</title></head>"
                    + "<body><form method=\"post\">Please log in to continue.</form></body></html>"))
        : Optional.empty();
  }
}
