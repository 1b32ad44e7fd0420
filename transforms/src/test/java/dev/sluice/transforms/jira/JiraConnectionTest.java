package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JiraConnectionTest {

  @Test
  void addressesThatCannotWorkAreRefused() {
    for (String url :
        List.of(
            "acme.atlassian.net",
            "ftp://acme",
            "https:///jira",
            "https://me:canary@acme.atlassian.net",
            "https://acme.atlassian.net?x=1",
            "https://acme.atlassian.net#x")) {
      assertThatThrownBy(() -> TestClients.connection(URI.create(url)))
          .as(url)
          .isInstanceOf(JiraException.Misconfigured.class)
          .hasMessageNotContaining("canary");
    }
    assertThatThrownBy(() -> new BudgetLimits(0, 1))
        .isInstanceOf(JiraException.Misconfigured.class);
    assertThatThrownBy(() -> new BudgetLimits(Double.NaN, 1))
        .isInstanceOf(JiraException.Misconfigured.class);
  }

  @Test
  void spellingsOfOneSiteShareOneKey() {
    assertThat(TestClients.connection(URI.create("HTTPS://Jira.Acme.com/jira/")).siteKey())
        .isEqualTo(TestClients.connection(URI.create("https://jira.acme.com:443/jira")).siteKey());
  }

  @Test
  void aConnectionTravelsToWorkers() throws Exception {
    JiraConnection connection =
        TestClients.connection(URI.create("https://acme.atlassian.net"))
            .withPatience(Patience.STANDARD.withRetries(1));
    assertThat(copy(connection)).isEqualTo(connection);
    assertThat(connection.edition()).isEmpty();
    JiraConnection probed = connection.withEdition(Edition.CLOUD);
    assertThat(copy(probed)).isEqualTo(probed);
  }

  @Test
  void exceptionsTravelBackWithTheirHints() throws Exception {
    Instant moment = Instant.parse("2026-11-24T10:00:00Z");
    JiraException.Unavailable failure =
        new JiraException.Unavailable(new Problem("what", "do"), Optional.of(moment));
    JiraException.Unavailable copy = copy(failure);
    assertThat(copy).hasMessage("what");
    assertThat(copy.hint()).isEqualTo("do");
    assertThat(copy.returnsAt()).contains(moment);
    assertThat(copy(new JiraException.Refused(new Problem("w", "h"), 400)).status()).isEqualTo(400);
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
