package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.HostileProxy.Asked;
import dev.sluice.pipelines.HostileProxy.Misdeed;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.JsonlSite;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way of failing that passes goes wrong at once, and nothing is lost. */
final class StormTest {

  /** How long a request may still be on its way when another one is told to slow down, seconds. */
  private static final double ON_THE_WAY = 1.5;

  private static final int TOLD_SECONDS = 4;

  @TempDir Path folder;

  @Test
  void aStormLosesNothingDoublesNothingAndCostsLittle() {
    storm(false);
  }

  @Test
  @Tag("proof")
  void aStormOverTwentyThousandIssuesLosesNothing() {
    storm(true);
  }

  private void storm(boolean proof) {
    Site site = proof ? largeSite() : Sluice.site(400);
    int issues = site.issues().size();
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, site)) {
      Sluice calm = configured("calm", jira.baseUri(), proof);
      assertThat(calm.execute("run").exitCode()).isZero();
      int undisturbed = jira.requestLog().size();

      Storm storm = new Storm(proof ? byChance(0.012) : StormTest::someOnce);
      try (HostileProxy proxy = new HostileProxy(jira.baseUri(), storm)) {
        Sluice sluice = configured("storm", proxy.uri(), proof);
        Sluice.Result result = sluice.execute("run");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        Manifest manifest = sluice.manifests().get(0);
        assertThat(manifest.status()).isEqualTo(RunStatus.OK);
        List<String> ids =
            sluice.rows(manifest, "issue").stream().map(row -> row.get("id").toString()).toList();
        assertThat(new HashSet<>(ids)).hasSize(issues);
        assertThat(ids).hasSize(issues);
        assertThat(rowsByTable(manifest)).isEqualTo(rowsByTable(calm.manifests().get(0)));

        List<Asked> asked = proxy.asked();
        if (proof) {
          tell(issues, undisturbed, asked.size(), storm);
        }
        assertThat(storm.committed).as("the storm blew").hasSizeGreaterThan(proof ? 40 : 3);
        assertThat((double) asked.size()).isLessThanOrEqualTo(1.3 * undisturbed);
        assertThat(storm.askedInsidePauses(asked)).isEmpty();
        assertThat(storm.refusedAndAskedAgain(asked)).isEmpty();
        RunSummary summary = sluice.summary(manifest);
        // A request on a connection that the server has just dropped never came in.
        assertThat(summary.requests()).isBetween((long) asked.size(), asked.size() + 5L);
        assertThat(summary.requestsRetried()).isPositive();
      }
    }
  }

  /** Leaves the figures of the last proof beside the reports of the tests. */
  private static void tell(int issues, int undisturbed, int asked, Storm storm) {
    Map<String, Long> committed =
        storm.committed.stream()
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    String told =
        "%d issues, %d requests undisturbed, %d in the storm, misdeeds %s%n"
            .formatted(issues, undisturbed, asked, committed);
    try {
      Files.writeString(Path.of("target", "storm.txt"), told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Recorded issues where there are some, else made up ones. */
  private static Site largeSite() {
    Path home = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    Path recorded = Path.of("shared", "data", "bulk", "tidev_2021_full.jsonl.gz");
    for (Path above = home; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(recorded))) {
        return JsonlSite.read(List.of(above.resolve(recorded)));
      }
    }
    return Sluice.site(20_000);
  }

  /** Each kind with the same share, 18 kinds in all. */
  private static IntUnaryOperator byChance(double share) {
    Random random = new Random(7);
    return number -> (int) Math.min(Integer.MAX_VALUE, random.nextDouble() / share);
  }

  /** Once the readers are at work, every fourth request fails in another way; five of them. */
  private static int someOnce(int number) {
    return number < 21 || number % 4 != 1 ? Integer.MAX_VALUE : number - 20;
  }

  private Sluice configured(String name, URI url, boolean proof) {
    return new Sluice(folder.resolve(name))
        .configured(url, "page-size: " + (proof ? 100 : 10), "timeouts: {connect: 5s, read: 2s}");
  }

  /** All but the run's own records, which tell of requests and waits. */
  private static Map<String, Long> rowsByTable(Manifest manifest) {
    return manifest.tables().entrySet().stream()
        .filter(table -> !table.getKey().startsWith("_"))
        .collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().rows()));
  }

  /** Does one of the misdeeds, asks to slow down or for less, or lets Jira answer. */
  private static final class Storm implements HostileProxy.Judge {

    private final IntUnaryOperator kindOf;
    private final List<Map.Entry<String, Misdeed>> passing =
        List.copyOf(Misdeeds.passing().entrySet());
    private final ConcurrentLinkedQueue<String> committed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Pause> pauses = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Asked> refused = new ConcurrentLinkedQueue<>();

    /** A pause that was told, of one endpoint or, when that is empty, of everything. */
    private record Pause(String endpoint, long toldNanos, String name) {}

    /**
     * @param kindOf the number of a kind for the number of a request; a high one for none
     */
    Storm(IntUnaryOperator kindOf) {
      this.kindOf = kindOf;
    }

    @Override
    public synchronized Optional<Misdeed> judge(Asked request) {
      // A Jira that shows a login page when first asked is a wrong address, not a storm.
      if (request.target().contains("/serverInfo")) {
        return Optional.empty();
      }
      int kind = kindOf.applyAsInt(request.number());
      if (kind < passing.size()) {
        Map.Entry<String, Misdeed> misdeed = passing.get(kind);
        committed.add(misdeed.getKey());
        return Optional.of(misdeed.getValue());
      }
      return switch (kind - passing.size()) {
        case 0 -> told(request.endpoint(), "jira-burst-based");
        case 1 -> told("", "jira-quota-global-based");
        case 2 -> divisible(request) ? refused(request) : Optional.empty();
        default -> Optional.empty();
      };
    }

    private Optional<Misdeed> told(String endpoint, String reason) {
      Misdeed slowDown =
          Misdeeds.json(429, "{}", "Retry-After: " + TOLD_SECONDS, "RateLimit-Reason: " + reason);
      return done(
          reason,
          (request, jira, client) -> {
            boolean open = slowDown.commit(request, jira, client);
            pauses.add(new Pause(endpoint, System.nanoTime(), reason));
            return open;
          });
    }

    private Optional<Misdeed> refused(Asked request) {
      refused.add(request);
      return done("413", Misdeeds.page(413));
    }

    private Optional<Misdeed> done(String name, Misdeed misdeed) {
      committed.add(name);
      return Optional.of(misdeed);
    }

    private static boolean divisible(Asked request) {
      return request.target().endsWith("/search/jql")
          && !request.body().contains("\"maxResults\":1,");
    }

    List<String> refusedAndAskedAgain(List<Asked> asked) {
      List<String> found = new ArrayList<>();
      for (Asked first : refused) {
        asked.stream()
            .filter(request -> request.number() > first.number())
            .filter(request -> request.target().equals(first.target()))
            .filter(request -> request.body().equals(first.body()))
            .forEach(request -> found.add(request.body()));
      }
      return found;
    }

    List<String> askedInsidePauses(List<Asked> asked) {
      List<String> found = new ArrayList<>();
      for (Pause pause : pauses) {
        for (Asked request : asked) {
          double seconds = (request.arrivedNanos() - pause.toldNanos()) / 1e9;
          boolean meant = pause.endpoint().isEmpty() || pause.endpoint().equals(request.endpoint());
          if (meant && seconds > ON_THE_WAY && seconds < TOLD_SECONDS - 0.01) {
            found.add(request.endpoint() + " " + seconds + " s after " + pause.name());
          }
        }
      }
      return found;
    }
  }
}
