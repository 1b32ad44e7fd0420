package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Reads secrets from Google's Secret Manager over its REST interface, with the login that Google's
 * own tools would use. {@code CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER} names another address,
 * as it does for gcloud.
 */
final class GoogleSecrets {
  private static final String ENDPOINT = "https://secretmanager.googleapis.com/";
  private static final String OVERRIDE = "CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER";

  private final Function<String, Optional<String>> environment;
  private final SideServices services;
  private final GoogleLogin login;

  private GoogleSecrets(
      Function<String, Optional<String>> environment, SideServices services, GoogleLogin login) {
    this.environment = environment;
    this.services = services;
    this.login = login;
  }

  static GoogleSecrets of(
      Function<String, Optional<String>> environment, Ticker ticker, Clock clock) {
    Backoff backoff =
        new Backoff(Patience.STANDARD, () -> ThreadLocalRandom.current().nextDouble());
    SideServices services = new SideServices(Transport.STANDARD, environment, backoff, ticker);
    SideServices unproxied =
        new SideServices(Transport.STANDARD, name -> Optional.empty(), backoff, ticker);
    return new GoogleSecrets(
        environment, services, new GoogleLogin(environment, services, unproxied, clock));
  }

  /**
   * Returns the secret.
   *
   * @throws JiraException.Unauthorised when the login may not read it, or it does not exist
   * @throws JiraException.Unavailable when Google does not answer
   */
  String read(SecretReference reference) {
    try {
      String resource = reference.place();
      String version = resource.contains("/versions/") ? "" : "/versions/latest";
      String base = environment.apply(OVERRIDE).orElse(ENDPOINT);
      URI address =
          URI.create(
              base + (base.endsWith("/") ? "" : "/") + "v1/" + resource + version + ":access");
      SideServices.Answer answer =
          services.get(address, Map.of("Authorization", "Bearer " + login.accessToken()));
      if (answer.successful()) {
        return decoded(reference, answer.json().path("payload").path("data"));
      }
      throw refused(reference, answer);
    } catch (IOException e) {
      throw new JiraException.Unavailable(
          Trouble.SECRETS_SILENT.with(reference, e.getClass().getSimpleName()), Optional.empty());
    } catch (GoogleLogin.NoLoginException e) {
      throw new JiraException.Unauthorised(
          Trouble.SECRET_UNUSABLE.with(reference, "cannot be read: " + e.getMessage()));
    }
  }

  private static String decoded(SecretReference reference, JsonNode data) {
    try {
      return new String(Base64.getDecoder().decode(data.asText("")), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new JiraException.Unauthorised(
          Trouble.SECRET_UNUSABLE.with(reference, "was answered with something that is no secret"));
    }
  }

  private static JiraException refused(SecretReference reference, SideServices.Answer answer) {
    if (answer.status() == 429 || answer.status() >= 500) {
      return new JiraException.Unavailable(
          Trouble.SECRETS_SILENT.with(reference, "status " + answer.status()), Optional.empty());
    }
    return new JiraException.Unauthorised(
        answer.status() == 404
            ? Trouble.SECRET_MISSING.with(reference)
            : Trouble.SECRET_FORBIDDEN.with(reference, answer.status()));
  }
}
