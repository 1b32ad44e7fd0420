package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants secrets in every kind of login, lets Jira, Redis and a proxy echo them in errors, and
 * searches whatever commands leave: streams, logs, plans, states, summaries, files and the records
 * in them, the graph as a cluster would get it, addresses that were asked, and the process list.
 */
final class SecretsTest {

  private static final String SECRET = "c4n4ry+secret/one";
  private static final String ACCESS_TOKEN = "c4n4ry-access-token-two";
  private static final String REDIS_PASSWORD = "c4n4ry-redis:three";
  private static final String GOOGLE_TOKEN = "c4n4ry-google-token/five";
  private static final String PROXY_PASSWORD = "c4n4ry-proxy/four";

  @TempDir Path folder;

  @Test
  void noLoginLeavesItsSecretAnywhere() {
    Map<String, String> logins =
        Map.of(
            "basic", "{type: basic, user: a@b.c, token: \"file:%s\"}",
            "bearer", "{type: bearer, token: \"file:%s\"}",
            "service",
                "{type: client-credentials, client-id: the-client, client-secret: \"file:%s\"}");
    logins.forEach(this::searched);
  }

  private void searched(String name, String auth) {
    List<String> left = new ArrayList<>();
    try (JiraSimulator jira = jira(name);
        FakeRedis redis = new FakeRedis(REDIS_PASSWORD);
        HostileProxy echoing = new HostileProxy(jira.baseUri(), SecretsTest::echoingLists);
        HostileProxy failing = new HostileProxy(jira.baseUri(), SecretsTest::echoingAll)) {
      Sluice sluice = new Sluice(folder.resolve(name));
      String login = auth.formatted(sluice.secret(SECRET));
      Path summary = folder.resolve(name).resolve("summary.json");
      for (URI url : List.of(jira.baseUri(), echoing.uri(), failing.uri())) {
        boolean succeeds = !url.equals(failing.uri());
        String tokens = name.equals("service") ? ", token-url: " + echoing.uri() + "/token" : "";
        configure(sluice, url, login, tokens, redis, REDIS_PASSWORD);
        keep(left, sluice.execute("check", "--debug", "--output=json"));
        keep(left, sluice.execute("plan", "--debug"));
        Sluice.Result run =
            sluice.execute(
                "run",
                "--full",
                "--debug",
                "--log-format=json",
                "--summary-file=" + summary,
                "--runner=" + GraphKeeper.class.getName());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(succeeds ? 0 : 78);
        keep(left, run);
        left.add(text(Sluice.bytes(summary)));
      }
      sluice.files().forEach(file -> left.add(content(file)));
      Queue<byte[]> graphs = GraphKeeper.taken();
      assertThat(graphs).as("two graphs with their functions").hasSizeGreaterThan(10);
      graphs.forEach(graph -> left.add(text(graph)));
      for (HostileProxy proxy : List.of(echoing, failing)) {
        assertThat(proxy.asked()).as("something was echoed").isNotEmpty();
        proxy.asked().forEach(request -> left.add(request.target()));
      }
    }
    assertThat(left).hasSizeGreaterThan(40);
    nothingIsIn(left, name);
  }

  @Test
  void aRedisThatRefusesItsPasswordIsDeniedAtOnceAndDoesNotGiveItAway() {
    try (JiraSimulator jira = jira("bearer");
        FakeRedis redis = new FakeRedis("another")) {
      Sluice sluice = new Sluice(folder);
      String login = "{type: bearer, token: \"file:" + sluice.secret(SECRET) + "\"}";
      configure(sluice, jira.baseUri(), login, "", redis, REDIS_PASSWORD);

      Sluice.Result run = sluice.execute("run", "--debug");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(77);
      assertThat(run.err()).contains("shared budget", "budget.shared-password");
      assertThat(jira.requestLog().size()).as("without a permit nothing is sent").isZero();
      nothingIsIn(List.of(run.out(), run.err()), "redis");
    }
  }

  @Test
  void thePasswordOfAProxyIsInNothingThatAProcessLeavesOrShows() throws Exception {
    List<String> left = new ArrayList<>();
    try (JiraSimulator jira = jira("bearer");
        HostileProxy proxy = new HostileProxy(jira.baseUri(), SecretsTest::wantingItsLogin)) {
      Sluice sluice = new Sluice(folder);
      sluice.written(
          """
          jira:
            url: http://jira.acme.test
            allow-insecure: true
            auth: {type: bearer, token: "file:%s"}
            budget: {requests-per-second: 1000, concurrency: 4}
          output: {type: avro, path: %s}
          tables: {include: [issue, project]}
          """
              .formatted(sluice.secret(SECRET), sluice.warehouse()));
      String right = PROXY_PASSWORD.replace("/", "%2F");
      for (boolean known : new boolean[] {true, false}) {
        String login = "//me:" + (known ? "" : "no-") + right + "@";
        String address = proxy.uri().toString().replace("//", login);
        for (String verb : known ? List.of("check", "run") : List.of("run")) {
          Process process =
              sluice.start(Map.of("HTTP_PROXY", address, "NO_PROXY", ""), verb, "--debug");
          left.add(process.info().commandLine().orElse(""));
          assertThat(process.waitFor()).isEqualTo(known ? 0 : 78);
          sluice.files().forEach(file -> left.add(content(file)));
        }
      }
      assertThat(proxy.asked())
          .anySatisfy(asked -> assertThat(asked.header("proxy-authorization")).isNotEmpty());
      proxy.asked().forEach(request -> left.add(request.target()));
    }
    nothingIsIn(left, "proxy");
  }

  @Test
  void aSecretOfSecretManagerIsInNothingThatAProcessLeavesOrShows() throws Exception {
    List<String> left = new ArrayList<>();
    try (JiraSimulator jira = jira("bearer");
        HostileProxy proxy = new HostileProxy(jira.baseUri(), SecretsTest::google)) {
      Sluice sluice = new Sluice(folder);
      sluice.written(
          """
          jira:
            url: %s
            auth: {type: bearer, token: "gcp-secret://projects/p/secrets/jira/versions/3"}
            budget: {requests-per-second: 1000, concurrency: 4}
          output: {type: avro, path: %s}
          tables: {include: [issue, project]}
          """
              .formatted(proxy.uri(), sluice.warehouse()));
      Map<String, String> google =
          Map.of(
              "GCE_METADATA_HOST",
              proxy.uri().getAuthority(),
              "CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER",
              proxy.uri() + "/",
              "CLOUDSDK_CONFIG",
              folder.resolve("none").toString());
      for (String verb : List.of("check", "run")) {
        Process process = sluice.start(google, verb, "--debug");
        left.add(process.info().commandLine().orElse(""));
        assertThat(process.waitFor()).as(text(Sluice.bytes(sluice.output()))).isZero();
        sluice.files().forEach(file -> left.add(content(file)));
      }
      assertThat(proxy.asked()).anySatisfy(asked -> assertThat(asked.path()).contains(":access"));
      proxy.asked().forEach(request -> left.add(request.target()));
    }
    nothingIsIn(left, "Secret Manager");
  }

  /** A machine's login and the secret it may read; all else is Jira's. */
  private static Optional<HostileProxy.Misdeed> google(HostileProxy.Asked request) {
    if (request.path().startsWith("/computeMetadata/")) {
      String token = "{\"access_token\":\"" + GOOGLE_TOKEN + "\",\"expires_in\":3600}";
      return Optional.of(Misdeeds.json(200, token));
    }
    String data = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
    return request.path().endsWith(":access")
        ? Optional.of(Misdeeds.json(200, "{\"payload\":{\"data\":\"" + data + "\"}}"))
        : Optional.empty();
  }

  /** Jira as it is, but for lists that it refuses by repeating what it was sent. */
  private static Optional<HostileProxy.Misdeed> echoingLists(HostileProxy.Asked request) {
    if (request.target().contains("/token")) {
      return Optional.of(
          Misdeeds.json(200, "{\"access_token\":\"" + ACCESS_TOKEN + "\",\"expires_in\":3600}"));
    }
    boolean list =
        request.target().contains("/users/search") || request.target().contains("/priority");
    return list ? Optional.of(echo(400, request)) : Optional.empty();
  }

  /** The same, and every query too. */
  private static Optional<HostileProxy.Misdeed> echoingAll(HostileProxy.Asked request) {
    return request.target().contains("/search")
        ? Optional.of(echo(400, request))
        : echoingLists(request);
  }

  private static Optional<HostileProxy.Misdeed> wantingItsLogin(HostileProxy.Asked request) {
    String login = "me:" + PROXY_PASSWORD;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return request.header("proxy-authorization").equals(expected)
        ? Optional.empty()
        : Optional.of(echo(407, request, "Proxy-Authenticate: Basic realm=\"p\""));
  }

  private static HostileProxy.Misdeed echo(
      int status, HostileProxy.Asked request, String... headers) {
    return Misdeeds.json(
        status,
        "{\"errorMessages\":[\"bad "
            + request.header("authorization")
            + " "
            + request.header("proxy-authorization")
            + " "
            + SECRET
            + "\"]}",
        headers);
  }

  private static JiraSimulator jira(String login) {
    return JiraSimulator.builder()
        .site(Sluice.site(30))
        .edition(Edition.CLOUD)
        .credentials("a@b.c", login.equals("service") ? ACCESS_TOKEN : SECRET)
        .start();
  }

  private static void configure(
      Sluice sluice,
      URI url,
      String login,
      String tokenUrl,
      FakeRedis redis,
      String redisPassword) {
    sluice.written(
        """
        jira:
          url: %s
          auth: %s
          site: acme
          budget:
            requests-per-second: 1000
            concurrency: 4
            shared: %s
            shared-password: "file:%s"
        output: {type: avro, path: %s}
        tables: {include: [issue, comment, user, priority]}
        """
            .formatted(
                url,
                login.replace("}", tokenUrl + "}"),
                redis.address(),
                sluice.secret(redisPassword),
                sluice.warehouse()));
  }

  private static void keep(List<String> left, Sluice.Result result) {
    left.add(result.out());
    left.add(result.err());
  }

  private static void nothingIsIn(List<String> left, String where) {
    for (String form : forms()) {
      assertThat(left).as(where + ", " + form).noneMatch(content -> content.contains(form));
    }
  }

  /** A secret, and what remains recognisable of it in the middle of something encoded. */
  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (String secret :
        List.of(SECRET, ACCESS_TOKEN, REDIS_PASSWORD, PROXY_PASSWORD, GOOGLE_TOKEN)) {
      forms.add(secret);
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      for (int before = 0; before < 3; before++) {
        byte[] padded = ("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
        int first = before == 0 ? 0 : 4;
        int last = padded.length / 3 * 4;
        forms.add(Base64.getEncoder().encodeToString(padded).substring(first, last));
        forms.add(Base64.getUrlEncoder().encodeToString(padded).substring(first, last));
      }
    }
    return forms;
  }

  /** Blocks of Avro files are compressed: their records are looked at as well. */
  private static String content(Path file) {
    String bytes = text(Sluice.bytes(file));
    if (!file.toString().endsWith(".avro")) {
      return bytes;
    }
    StringBuilder all = new StringBuilder(bytes);
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      reader.forEach(all::append);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
