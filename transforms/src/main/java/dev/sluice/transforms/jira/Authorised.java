package dev.sluice.transforms.jira;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs each call; after a refused login reads the secret once more and repeats the call once. */
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
    String header = credentials.header();
    Outcome<T> outcome = next.send(call.signed(header));
    if (outcome instanceof Outcome.Unauthorised<T> unauthorised
        && unauthorised.renewable()
        && credentials.renew(header)) {
      LOG.warn("Jira no longer accepted the {}; trying the secret it points to now.", credentials);
      counters.repeated();
      return next.send(call.signed(credentials.header()));
    }
    return outcome;
  }
}
