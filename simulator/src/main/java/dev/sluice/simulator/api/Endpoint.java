package dev.sluice.simulator.api;

import dev.sluice.simulator.http.Response;

/** Answers calls of one route. */
@FunctionalInterface
interface Endpoint {
  Response answer(Call call);
}
