package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gets an access token the way Google's tools do (application default credentials): the file that
 * {@code GOOGLE_APPLICATION_CREDENTIALS} names, the one gcloud has left, the metadata server of the
 * machine.
 */
final class GoogleLogin {
  private static final String TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token";

  private final Function<String, Optional<String>> environment;
  private final SideServices services;
  private final SideServices metadata;
  private final Clock clock;

  /** No way to log in works; the message says why. */
  static final class NoLoginException extends Exception {
    NoLoginException(String message) {
      super(message);
    }
  }

  /**
   * @param metadata asks the metadata server, which no proxy can reach
   */
  GoogleLogin(
      Function<String, Optional<String>> environment,
      SideServices services,
      SideServices metadata,
      Clock clock) {
    this.environment = environment;
    this.services = services;
    this.metadata = metadata;
    this.clock = clock;
  }

  String accessToken() throws IOException, NoLoginException {
    Optional<Path> file = file();
    SideServices.Answer answer = file.isPresent() ? exchanged(file.get()) : ofTheMachine();
    String token = answer.json().path("access_token").asText("");
    if (!answer.successful() || token.isEmpty()) {
      String reason = answer.reason();
      throw new NoLoginException(
          "Google gives no access token ("
              + answer.status()
              + (reason.isEmpty() ? "" : ", ")
              + reason
              + ")");
    }
    return token;
  }

  private Optional<Path> file() {
    Optional<Path> named = environment.apply("GOOGLE_APPLICATION_CREDENTIALS").map(Path::of);
    return named.or(
        () ->
            environment
                .apply("CLOUDSDK_CONFIG")
                .map(Path::of)
                .or(() -> environment.apply("HOME").map(home -> Path.of(home, ".config", "gcloud")))
                .map(folder -> folder.resolve("application_default_credentials.json"))
                .filter(Files::isReadable));
  }

  private SideServices.Answer exchanged(Path file) throws IOException, NoLoginException {
    JsonNode login = read(file);
    String type = login.path("type").asText("");
    URI endpoint = URI.create(login.path("token_uri").asText(TOKEN_ENDPOINT));
    return switch (type) {
      case "service_account" ->
          services.post(
              endpoint,
              Map.of(
                  "grant_type",
                  "urn:ietf:params:oauth:grant-type:jwt-bearer",
                  "assertion",
                  GoogleAssertion.signed(login, endpoint, clock.instant())));
      case "authorized_user" ->
          services.post(
              endpoint,
              Map.of(
                  "grant_type",
                  "refresh_token",
                  "client_id",
                  login.path("client_id").asText(""),
                  "client_secret",
                  login.path("client_secret").asText(""),
                  "refresh_token",
                  login.path("refresh_token").asText("")));
      default ->
          throw new NoLoginException(
              "the login in "
                  + file
                  + " is of a kind that is not supported; use a service account");
    };
  }

  private static JsonNode read(Path file) throws NoLoginException {
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new NoLoginException("the login in " + file + " cannot be read");
    }
  }

  private SideServices.Answer ofTheMachine() throws NoLoginException {
    String host = environment.apply("GCE_METADATA_HOST").orElse("metadata.google.internal");
    URI address =
        URI.create(
            "http://" + host + "/computeMetadata/v1/instance/service-accounts/default/token");
    try {
      return metadata.get(address, Map.of("Metadata-Flavor", "Google"));
    } catch (IOException e) {
      throw new NoLoginException(
          "no login for Google here: neither GOOGLE_APPLICATION_CREDENTIALS nor a metadata server");
    }
  }
}
