package dev.sluice.simulator;

import dev.sluice.simulator.http.Handler;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import java.util.List;
import java.util.function.LongConsumer;

/** Tells of every request before it is answered, one at a time. */
final class Attended implements Handler {
  private final Handler inner;
  private final List<LongConsumer> hooks;
  private long requests;

  Attended(Handler inner, List<LongConsumer> hooks) {
    this.inner = inner;
    this.hooks = hooks;
  }

  @Override
  public Response handle(Request request) {
    attend();
    return inner.handle(request);
  }

  private synchronized void attend() {
    requests++;
    hooks.forEach(hook -> hook.accept(requests));
  }
}
