package dev.sluice.transforms.jira;

/** Sends nothing without a permit of the site's budget. */
final class Budgeted implements Exchange {
  private final Exchange next;
  private final Budget budget;
  private final RequestCounters counters;

  Budgeted(Exchange next, Budget budget, RequestCounters counters) {
    this.next = next;
    this.budget = budget;
    this.counters = counters;
  }

  @Override
  public <T> Outcome<T> send(Call<T> call) {
    Budget.Entry entry;
    try {
      entry = budget.enter(call.endpoint());
    } catch (InterruptedException e) {
      throw new JiraException.Interrupted();
    }
    if (entry instanceof Budget.Entry.Paused paused) {
      return new Outcome.Held<>(paused.remaining());
    }
    try {
      counters.queued(((Budget.Entry.Admitted) entry).waited());
      return next.send(call);
    } finally {
      budget.leave();
    }
  }
}
