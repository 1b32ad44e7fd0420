package dev.sluice.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.api.Limits;
import dev.sluice.simulator.api.Login;
import dev.sluice.simulator.api.RestApi;
import dev.sluice.simulator.fault.Faults;
import dev.sluice.simulator.http.Handler;
import dev.sluice.simulator.http.HttpListener;
import dev.sluice.simulator.http.RequestLog;
import dev.sluice.simulator.live.LiveSite;
import dev.sluice.simulator.live.LiveWork;
import dev.sluice.simulator.site.Site;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Jira that listens on loopback from {@link Builder#start()} until it is closed. */
public final class JiraSimulator implements AutoCloseable {
  private final HttpListener listener;
  private final RequestLog log;
  private final URI baseUri;
  private final LiveSite edits;
  private final RestApi api;

  private JiraSimulator(
      HttpListener listener, RequestLog log, URI baseUri, LiveSite edits, RestApi api) {
    this.listener = listener;
    this.log = log;
    this.baseUri = baseUri;
    this.edits = edits;
    this.api = api;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The address of the site, context path included, without a slash at its end. */
  public URI baseUri() {
    return baseUri;
  }

  /** What clients did. */
  public RequestLog requestLog() {
    return log;
  }

  /** The hands on the site: what they change is served from the next request on. */
  public LiveSite edits() {
    return edits;
  }

  /**
   * What a complete and exact copy of the site would hold at this moment: every issue that a search
   * can find, ordered by id, in the form in which this edition answers it, but with all of its
   * histories, comments and worklogs. Made while the stream is read, from one moment.
   */
  public Stream<ObjectNode> truth() {
    return api.truth();
  }

  /** One issue in the form of {@link #truth()}; archived ones too; empty when it cannot be seen. */
  public Optional<ObjectNode> truth(long issueId) {
    return api.truth(issueId);
  }

  @Override
  public void close() {
    listener.close();
  }

  /** Says what is simulated; only the site has no default. */
  public static final class Builder {
    private @Nullable Site site;
    private Edition edition = Edition.CLOUD;
    private int port;
    private String contextPath = "";
    private Optional<String> credentials = Optional.empty();
    private boolean anonymousBrowsing;
    private final List<String> faults = new ArrayList<>();
    private long seed = 1;
    private Clock clock = Clock.systemUTC();
    private Optional<Limits> limits = Optional.empty();
    private final List<Function<LiveSite, LongConsumer>> hooks = new ArrayList<>();

    private Builder() {}

    public Builder site(Site newSite) {
      this.site = newSite;
      return this;
    }

    public Builder edition(Edition newEdition) {
      this.edition = newEdition;
      return this;
    }

    /** 0, the default, takes a free port. */
    public Builder port(int newPort) {
      this.port = newPort;
      return this;
    }

    /** Such as {@code /jira}, where many a Data Center lives; none by default. */
    public Builder contextPath(String path) {
      this.contextPath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return this;
    }

    /**
     * The only login that is good: as Basic {@code user:token}, or the token alone as Bearer. By
     * default every login that is not empty is good.
     */
    public Builder credentials(String user, String token) {
      this.credentials = Optional.of(user + ":" + token);
      return this;
    }

    /**
     * Whether failed logins get an empty Jira with status 200, where real servers that allow
     * anonymous browsing do that, instead of a 401. Off by default.
     */
    public Builder anonymousBrowsing(boolean allowed) {
      this.anonymousBrowsing = allowed;
      return this;
    }

    /** Adds faults by their specification, such as {@code rate-limit=10/s}. */
    public Builder faults(Collection<String> specifications) {
      this.faults.addAll(specifications);
      return this;
    }

    /** What chance in faults starts from. */
    public Builder seed(long newSeed) {
      this.seed = newSeed;
      return this;
    }

    /** Answers 429 above this rate: the fault {@code rate-limit} by another name. */
    public Builder budget(double requestsPerSecond) {
      this.faults.add(String.format(Locale.ROOT, "rate-limit=%.6f/s", requestsPerSecond));
      return this;
    }

    /** Holds every answer back: the fault {@code latency} by another name. */
    public Builder latency(Duration latency) {
      this.faults.add("latency=" + latency.toMillis() + "ms");
      return this;
    }

    /** The time it is for Jira: {@code Date} header, server time, relative dates in JQL. */
    public Builder clock(Clock newClock) {
      this.clock = newClock;
      return this;
    }

    /** Where Jira cuts off; by default where the real edition does. */
    public Builder limits(Limits newLimits) {
      this.limits = Optional.of(newLimits);
      return this;
    }

    /**
     * Calls before each request is answered, with the number of the request from 1 on, never two at
     * a time. Several hooks are called in the order they were added.
     */
    public Builder onRequest(LongConsumer hook) {
      this.hooks.add(live -> hook);
      return this;
    }

    /** The same with a hand on the site, for what has to happen at exactly that request. */
    public Builder onRequest(ObjLongConsumer<LiveSite> hook) {
      this.hooks.add(live -> number -> hook.accept(live, number));
      return this;
    }

    /**
     * Lets people work while the site is read: by the n-th request, {@code n * changesPerRequest}
     * changes were made, rounded down. That many a request whatever the time, so that 25 changes a
     * second under 10 requests a second are 2.5 a request.
     */
    public Builder live(LiveWork work, double changesPerRequest) {
      this.hooks.add(
          live ->
              number -> {
                long before = (long) ((number - 1) * changesPerRequest);
                long due = (long) (number * changesPerRequest) - before;
                for (long change = 0; change < due; change++) {
                  work.step(live);
                }
              });
      return this;
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalArgumentException when a fault is unknown or malformed
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public JiraSimulator start() {
      if (site == null) {
        throw new IllegalStateException("a simulator needs a site to serve");
      }
      RequestLog log = new RequestLog();
      AtomicReference<String> baseUrl = new AtomicReference<>("");
      Faults disturbances = Faults.of(faults, seed);
      Clock serverClock = disturbances.clock(clock);
      Site served = disturbances.site(site, serverClock.instant());
      LiveSite edits = new LiveSite(served, serverClock, disturbances.indexLag());
      RestApi api =
          new RestApi(
              served,
              edition,
              serverClock,
              limits.orElseGet(() -> Limits.of(edition)),
              disturbances,
              new Login(credentials, anonymousBrowsing),
              log,
              contextPath,
              edits,
              baseUrl::get);
      List<LongConsumer> bound = hooks.stream().map(hook -> hook.apply(edits)).toList();
      Handler handler = bound.isEmpty() ? api : new Attended(api, bound);
      HttpListener listener =
          HttpListener.start(port, handler, disturbances.dateClock(serverClock));
      baseUrl.set("http://127.0.0.1:" + listener.port() + contextPath);
      return new JiraSimulator(listener, log, URI.create(baseUrl.get()), edits, api);
    }
  }
}
