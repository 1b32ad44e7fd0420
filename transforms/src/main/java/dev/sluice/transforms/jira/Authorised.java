package dev.sluice.transforms.jira;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs each call; after a refused login renews it once and repeats the call once. */
final class Authorised implements Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Authorised.class);

  private final Exchange next;
  private final Credentials credentials;
  private final RequestCounters counters;

  Authorised(Exchange next, Credentials credentials, RequestCounters counters) {
    this.next = next;
    this.credentials = credentials;
    this.counters = counters;
  }

  @Override
  public <T> Outcome<T> send(Call<T> call) {
    Optional<Problem> refusal = credentials.refusal();
    if (refusal.isPresent()) {
      return new Outcome.Unauthorised<>(refusal.get(), false);
    }
    String header = credentials.header();
    Outcome<T> outcome = next.send(call.signed(header));
    if (outcome instanceof Outcome.Unauthorised<T> unauthorised
        && unauthorised.renewable()
        && credentials.renew(header)) {
      LOG.warn("Jira no longer accepted the {}; trying what it is now.", credentials);
      counters.repeated();
      outcome = next.send(call.signed(credentials.header()));
    }
    if (outcome instanceof Outcome.Unauthorised<T> unauthorised) {
      credentials.refused(unauthorised.problem());
    }
    return outcome;
  }
}
