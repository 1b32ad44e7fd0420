package dev.sluice.transforms.jira;

/**
 * Sends one call and says what became of it. Login, retry, budget and wire are each one of these.
 */
interface Exchange {
  <T> Outcome<T> send(Call<T> call);
}
