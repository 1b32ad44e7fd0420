package dev.sluice.transforms.jira;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that asks Jira as often as the budget it shares with others lets it. */
final class BudgetTaker {
  private static final int THREADS = 6;

  private BudgetTaker() {}

  /** Arguments: address of Jira, address of Redis, requests a second, seconds. */
  public static void main(String[] args) throws InterruptedException {
    SharedStore store =
        new SharedStore(URI.create(args[1]), new SecretReference("env:REDIS_PASSWORD"));
    JiraConnection connection =
        TestClients.connection(URI.create(args[0]))
            .withEdition(Edition.CLOUD)
            .withBudget(new BudgetLimits(Double.parseDouble(args[2]), THREADS, List.of(), store));
    long end = System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[3])).toNanos();
    List<Thread> threads = new ArrayList<>();
    try (JiraClient client = JiraClient.open(connection)) {
      for (int i = 0; i < THREADS; i++) {
        Thread thread =
            new Thread(
                () -> {
                  while (System.nanoTime() < end) {
                    client.fields();
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
