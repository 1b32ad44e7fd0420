package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {
  private final VirtualTime time = new VirtualTime();

  @Test
  void aSecretWrittenOutIsRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> new SecretReference("ATATT3xFfGF0"))
        .isInstanceOf(JiraException.Misconfigured.class)
        .hasMessageNotContaining("ATATT")
        .extracting(failure -> ((JiraException) failure).hint())
        .asString()
        .contains("env:NAME")
        .doesNotContain("ATATT");
    assertThatThrownBy(() -> new SecretReference("env:"))
        .isInstanceOf(JiraException.Misconfigured.class);
  }

  @Test
  void basicAndBearerAreSentAsJiraReadsThem() {
    assertThat(credentials(new Auth.Basic("a@b.c", new SecretReference("env:T")), "tok").header())
        .isEqualTo("Basic YUBiLmM6dG9r");
    assertThat(credentials(new Auth.Bearer(new SecretReference("env:T")), " tok\n").header())
        .isEqualTo("Bearer tok");
  }

  @Test
  void nothingPrintsASecretOrAPerson() {
    Auth auth = new Auth.Basic("a@b.c", new SecretReference("env:T"));
    JiraConnection connection =
        JiraConnection.to(URI.create("https://acme.atlassian.net"), auth, new BudgetLimits(1, 1));
    Call<?> call = Call.get("/x", QueryParameters.none(), Bodies.any()).signed("Basic canary");
    assertThat(connection + " " + credentials(auth, "canary") + " " + call)
        .contains("env:T")
        .doesNotContain("canary")
        .doesNotContain("a@b.c");
  }

  @Test
  void secretsAreReadFromFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "from-file\n");
    SecretStore store = new SecretStore(name -> Optional.empty());
    assertThat(store.read(new SecretReference("file:" + file))).isEqualTo("from-file");
    assertThat(store.read(new SecretReference("file://" + file))).isEqualTo("from-file");
  }

  @Test
  void secretsThatCannotBeUsedAreNamedByTheirReference(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    Path twoLines = Files.writeString(folder.resolve("two"), "first-canary\nsecond");
    SecretStore store = new SecretStore(name -> Optional.empty());
    assertThatThrownBy(() -> store.read(new SecretReference("env:NO_SUCH")))
        .isInstanceOf(JiraException.Unauthorised.class)
        .hasMessage("The secret env:NO_SUCH cannot be read.");
    assertThatThrownBy(() -> store.read(new SecretReference("file:" + empty)))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> store.read(new SecretReference("file:" + twoLines)))
        .hasMessageContaining("line break")
        .hasMessageNotContaining("canary");
  }

  @Test
  void aRotatedSecretIsReadOnceAfterARefusal() {
    AtomicReference<String> secret = new AtomicReference<>("old-secret");
    SecretStore store = new SecretStore(name -> Optional.ofNullable(secret.get()));
    try (ScriptedServer server = new ScriptedServer(Reply.error(401, "{}"), Reply.json("[]"));
        JiraClient client =
            TestClients.open(
                TestClients.connection(server.uri("")).withEdition(Edition.CLOUD), time, store)) {
      secret.set("new-secret");
      assertThat(client.fields()).isEmpty();
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization"))
          .doesNotHaveDuplicates()
          .hasSize(2);
      assertThat(time.pauses()).isEmpty();
    }
  }

  @Test
  void aRotationThatDoesNotHelpIsTheEnd() {
    AtomicReference<String> secret = new AtomicReference<>("old-secret");
    SecretStore store = new SecretStore(name -> Optional.ofNullable(secret.get()));
    try (ScriptedServer server =
            new ScriptedServer(Reply.json("[]", "X-Seraph-LoginReason: AUTHENTICATED_FAILED"));
        JiraClient client =
            TestClients.open(
                TestClients.connection(server.uri("")).withEdition(Edition.CLOUD), time, store)) {
      secret.set("new-secret");
      assertThatThrownBy(client::fields).isInstanceOf(JiraException.Unauthorised.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  private static Credentials credentials(Auth auth, String secret) {
    Redaction redaction = new Redaction();
    SecretStore store = new SecretStore(name -> Optional.of(secret));
    return new Credentials(auth, new SecretLogin(auth, store, redaction), redaction);
  }
}
