package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs in as a service account: a client id and a secret are exchanged for an access token, which
 * is fetched when it is first needed, again shortly before it ends, and again when it is refused;
 * once for all threads.
 */
final class ServiceLogin implements Login {
  /** Both editions give an hour; a server that does not tell gives as long. */
  private static final long USUAL_SECONDS = 3600;

  private static final Duration EARLIER = Duration.ofMinutes(1);

  /** Where forms are posted to get a token. */
  interface TokenEndpoint {
    SideServices.Answer post(Map<String, String> form) throws IOException;
  }

  private final Auth.ClientCredentials auth;
  private final SecretStore store;
  private final TokenEndpoint endpoint;
  private final Clock clock;
  private final Redaction redaction;
  private volatile @Nullable AccessToken token;

  private record AccessToken(String header, Instant renewAt) {}

  ServiceLogin(
      Auth.ClientCredentials auth,
      SecretStore store,
      TokenEndpoint endpoint,
      Clock clock,
      Redaction redaction) {
    this.auth = auth;
    this.store = store;
    this.endpoint = endpoint;
    this.clock = clock;
    this.redaction = redaction;
  }

  @Override
  public String header() {
    AccessToken known = token;
    return known != null && clock.instant().isBefore(known.renewAt()) ? known.header() : current();
  }

  @Override
  public synchronized void renew(String refused) {
    if (token != null && token.header().equals(refused)) {
      token = fetch();
    }
  }

  private synchronized String current() {
    AccessToken known = token;
    if (known == null || !clock.instant().isBefore(known.renewAt())) {
      known = fetch();
      token = known;
    }
    return known.header();
  }

  private AccessToken fetch() {
    Instant asked = clock.instant();
    SideServices.Answer answer = ask();
    if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
      throw new JiraException.Unauthorised(
          Problems.clientRefused(
              auth.tokenUrl(), answer.status(), redaction.apply(answer.reason())));
    }
    if (!answer.successful()) {
      throw tokenless(answer);
    }
    String text = answer.json().path("access_token").asText("");
    if (text.isBlank() || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw tokenless(answer);
    }
    redaction.remember(text);
    JsonNode seconds = answer.json().path("expires_in");
    Duration lifetime =
        Duration.ofSeconds(Math.max(0, Math.min(86_400, seconds.asLong(USUAL_SECONDS))));
    Duration used = lifetime.minus(EARLIER);
    return new AccessToken(
        "Bearer " + text, asked.plus(used.isNegative() ? lifetime.dividedBy(2) : used));
  }

  private SideServices.Answer ask() {
    String secret = store.read(auth.secret());
    redaction.remember(secret);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", store.readOrKeep(auth.clientId()));
    form.put("client_secret", secret);
    if (!auth.scope().isEmpty()) {
      form.put("scope", auth.scope());
    }
    try {
      return endpoint.post(form);
    } catch (IOException e) {
      throw new JiraException.Unavailable(
          Problems.tokensSilent(auth.tokenUrl(), e.getClass().getSimpleName()), Optional.empty());
    }
  }

  private JiraException tokenless(SideServices.Answer answer) {
    return answer.status() == 429 || answer.status() >= 500
        ? new JiraException.Unavailable(
            Problems.tokensSilent(auth.tokenUrl(), "status " + answer.status()), Optional.empty())
        : new JiraException.NotJira(Problems.noTokens(auth.tokenUrl(), answer.status()));
  }
}
