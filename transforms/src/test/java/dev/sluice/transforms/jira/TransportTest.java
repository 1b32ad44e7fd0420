package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransportTest {
  private static TlsIdentity identity;
  private static HttpsServer encrypted;
  private static final List<String> LOGINS = new CopyOnWriteArrayList<>();

  private final VirtualTime time = new VirtualTime();

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("tls"));
    identity = TlsIdentity.make(own);
    encrypted = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    encrypted.setHttpsConfigurator(new HttpsConfigurator(identity.server()));
    encrypted.createContext(
        "/",
        exchange -> {
          LOGINS.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    encrypted.start();
  }

  @AfterAll
  static void stop() {
    encrypted.stop(0);
  }

  @Test
  void anAuthorityOfOnesOwnIsTrusted() {
    Transport own = new Transport(identity.authority().toString(), false);
    try (JiraClient client = open(port("https://localhost"), own, Map.of())) {
      assertThat(client.fields()).isEmpty();
    }
  }

  @Test
  void whatNoAuthoritySignedIsRefusedAndNotRepeated() {
    try (JiraClient client = open(port("https://localhost"), Transport.STANDARD, Map.of())) {
      JiraException failure = catchThrowableOfType(JiraException.Unavailable.class, client::fields);
      assertThat(failure).hasMessageContaining("No secure connection to localhost");
      assertThat(failure.hint()).contains("jira.tls.ca-file");
      assertThat(client.stats().requests()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    Transport own = new Transport(identity.authority().toString(), false);
    try (JiraClient client = open(port("https://other.localhost"), own, Map.of())) {
      assertThatThrownBy(client::fields)
          .isInstanceOf(JiraException.Unavailable.class)
          .hasMessageContaining("other.localhost");
    }
  }

  @Test
  void aFileWithoutCertificatesIsNamed(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    for (Path file : List.of(text, empty, folder.resolve("missing.pem"))) {
      assertThatThrownBy(
              () ->
                  open(
                      URI.create("https://localhost"),
                      new Transport(file.toString(), false),
                      Map.of()))
          .isInstanceOf(JiraException.Misconfigured.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void aLoginIsNotSentOverANetworkInClearTextUnlessThatIsAllowed() {
    URI clear = URI.create("http://jira.acme.test:8080/jira");
    JiraException failure =
        catchThrowableOfType(
            JiraException.Misconfigured.class, () -> open(clear, Transport.STANDARD, Map.of()));
    assertThat(failure).hasMessageContaining("jira.acme.test").hasMessageContaining("clear text");
    assertThat(failure.hint()).contains("jira.allow-insecure", "--allow-insecure");
    open(clear, new Transport(null, true), Map.of()).close();
    for (String host : List.of("localhost", "127.0.0.1", "127.1.2.3", "[::1]", "a.localhost")) {
      open(URI.create("http://" + host + ":1"), Transport.STANDARD, Map.of()).close();
    }
    for (String host : List.of("localhost.acme.test", "128.0.0.1", "[::2]", "127.0.0.1.nip.io")) {
      assertThatThrownBy(() -> open(URI.create("http://" + host), Transport.STANDARD, Map.of()))
          .as(host)
          .isInstanceOf(JiraException.Misconfigured.class);
    }
  }

  @Test
  void plainRequestsGoThroughTheProxyWithItsLogin() {
    Reply wantsLogin =
        (request, socket) ->
            (request.header("Proxy-Authorization").isEmpty()
                    ? Reply.error(407, "{}", "Proxy-Authenticate: Basic realm=\"p\"")
                    : Reply.json("[]"))
                .answer(request, socket);
    try (ScriptedServer proxy = new ScriptedServer(wantsLogin);
        JiraClient client =
            open(
                URI.create("http://jira.acme.test/jira"),
                new Transport(null, true),
                Map.of("HTTP_PROXY", "http://me:secret@" + proxy.uri("").getAuthority()))) {
      assertThat(client.fields()).isEmpty();
      ScriptedServer.Request request = proxy.request(proxy.requests().size() - 1);
      assertThat(request.target()).matches("http://jira.acme.test(:80)?/jira/rest/api/3/field");
      assertThat(request.header("Proxy-Authorization"))
          .isEqualTo(
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString("me:secret".getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aProxyThatRefusesItsLoginIsToldApartFromJira() {
    try (ScriptedServer proxy =
            new ScriptedServer(Reply.error(407, "{}", "Proxy-Authenticate: Basic realm=\"p\""));
        JiraClient client =
            open(
                URI.create("http://jira.acme.test"),
                new Transport(null, true),
                Map.of("HTTP_PROXY", proxy.uri("").toString()))) {
      JiraException failure = catchThrowableOfType(JiraException.Refused.class, client::fields);
      assertThat(failure).hasMessageContaining("The proxy before").hasMessageContaining("407");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void encryptedRequestsGoThroughTheProxyUnread() throws IOException {
    LOGINS.clear();
    try (TunnelProxy proxy = new TunnelProxy(encrypted.getAddress());
        JiraClient client =
            open(
                URI.create("https://jira.acme.test"),
                new Transport(identity.authority().toString(), false),
                Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port()))) {
      assertThat(client.fields()).isEmpty();
      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0))
          .startsWith("CONNECT jira.acme.test:443")
          .doesNotContainIgnoringCase("\nauthorization");
      assertThat(LOGINS).hasSize(1);
    }
  }

  @Test
  void anExceptedHostIsReachedDirectly() {
    try (ScriptedServer proxy = new ScriptedServer(Reply.json("[]"));
        JiraClient client =
            open(
                URI.create("http://jira.invalid"),
                new Transport(null, true),
                Map.of("HTTP_PROXY", proxy.uri("").toString(), "NO_PROXY", ".invalid"))) {
      assertThatThrownBy(client::fields).hasMessageContaining("The host jira.invalid");
      assertThat(proxy.requests()).isEmpty();
    }
  }

  private static URI port(String origin) {
    return URI.create(origin + ":" + encrypted.getAddress().getPort());
  }

  private JiraClient open(URI uri, Transport transport, Map<String, String> environment) {
    SecretStore secrets =
        new SecretStore(
            name ->
                name.equals("TOKEN")
                    ? Optional.of("the-token")
                    : Optional.ofNullable(environment.get(name)));
    return TestClients.open(
        TestClients.connection(uri).withEdition(Edition.CLOUD).withTransport(transport),
        time,
        secrets);
  }
}
