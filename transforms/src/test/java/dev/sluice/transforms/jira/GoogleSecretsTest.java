package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoogleSecretsTest {
  private static final SecretReference REFERENCE =
      new SecretReference("gcp-secret://projects/p/secrets/jira/versions/3");

  private final VirtualTime time = new VirtualTime();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void theLoginOfTheMachineReadsTheSecret() {
    try (ScriptedServer metadata = new ScriptedServer(token());
        ScriptedServer google = new ScriptedServer(secret("from-google\n"))) {
      environment.put("GCE_METADATA_HOST", metadata.uri("").getAuthority());
      environment.put("HTTP_PROXY", "http://127.0.0.1:9");
      assertThat(read(google, REFERENCE)).isEqualTo("from-google");
      assertThat(metadata.request(0).header("Metadata-Flavor")).isEqualTo("Google");
      assertThat(metadata.request(0).target())
          .isEqualTo("/computeMetadata/v1/instance/service-accounts/default/token");
      assertThat(google.request(0).target())
          .isEqualTo("/v1/projects/p/secrets/jira/versions/3:access");
      assertThat(google.request(0).header("Authorization")).isEqualTo("Bearer google-token");
      assertThat(read(google, new SecretReference("gcp-secret://projects/p/secrets/jira")))
          .isEqualTo("from-google");
      assertThat(google.request(1).target()).endsWith("/versions/latest:access");
    }
  }

  @Test
  void aServiceAccountSignsForItsToken(@TempDir Path folder) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    try (ScriptedServer tokens = new ScriptedServer(token());
        ScriptedServer google = new ScriptedServer(secret("from-google"))) {
      JsonNode file =
          Json.MAPPER
              .createObjectNode()
              .put("type", "service_account")
              .put("client_email", "etl@p.iam.example")
              .put("private_key_id", "k1")
              .put("private_key", pem(pair))
              .put("token_uri", tokens.uri("/token").toString());
      login(folder, file.toString());
      assertThat(read(google, REFERENCE)).isEqualTo("from-google");

      Map<String, String> form = form(tokens.request(0).body());
      assertThat(form.get("grant_type")).isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
      String[] parts = form.getOrDefault("assertion", "").split("\\.", -1);
      JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      assertThat(claims.path("iss").asText()).isEqualTo("etl@p.iam.example");
      assertThat(claims.path("aud").asText()).isEqualTo(tokens.uri("/token").toString());
      assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(600);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
      assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }
  }

  @Test
  void theLoginThatGcloudLeftIsUsed(@TempDir Path folder) throws IOException {
    try (ScriptedServer tokens = new ScriptedServer(token());
        ScriptedServer google = new ScriptedServer(secret("from-google"))) {
      Files.writeString(
          folder.resolve("application_default_credentials.json"),
          "{\"type\":\"authorized_user\",\"client_id\":\"c\",\"client_secret\":\"s\","
              + "\"refresh_token\":\"r\",\"token_uri\":\""
              + tokens.uri("/token")
              + "\"}");
      environment.put("CLOUDSDK_CONFIG", folder.toString());
      assertThat(read(google, REFERENCE)).isEqualTo("from-google");
      assertThat(form(tokens.request(0).body()))
          .containsEntry("grant_type", "refresh_token")
          .containsEntry("refresh_token", "r");
    }
  }

  @Test
  void whatIsWrongIsSaidWithoutQuotingASecret(@TempDir Path folder) throws IOException {
    try (ScriptedServer google = new ScriptedServer(secret("x"))) {
      login(folder, "{\"type\":\"service_account\",\"private_key\":\"canary\"}");
      assertThatThrownBy(() -> read(google, REFERENCE))
          .isInstanceOf(JiraException.Unauthorised.class)
          .hasMessageContaining("the key of the service account cannot be used")
          .hasMessageNotContaining("canary");
      login(folder, "{\"type\":\"external_account\"}");
      assertThatThrownBy(() -> read(google, REFERENCE)).hasMessageContaining("not supported");
      environment.put("GOOGLE_APPLICATION_CREDENTIALS", folder.resolve("none.json").toString());
      assertThatThrownBy(() -> read(google, REFERENCE)).hasMessageContaining("cannot be read");
      environment.clear();
      environment.put("GCE_METADATA_HOST", "127.0.0.1:9");
      assertThatThrownBy(() -> read(google, REFERENCE))
          .hasMessageContaining("no login for Google here");
      assertThat(google.requests()).isEmpty();
    }
  }

  @Test
  void missingAndForbiddenAndSilentAreToldApart() {
    try (ScriptedServer metadata = new ScriptedServer(token());
        ScriptedServer google =
            new ScriptedServer(
                Reply.error(404, "{}"),
                Reply.error(403, "{}"),
                Reply.error(503, "{}"),
                Reply.error(503, "{}"),
                Reply.error(503, "{}"),
                Reply.json("{\"payload\":{\"data\":\"%%%\"}}"))) {
      environment.put("GCE_METADATA_HOST", metadata.uri("").getAuthority());
      assertThatThrownBy(() -> read(google, REFERENCE))
          .isInstanceOf(JiraException.Unauthorised.class)
          .hasMessageContaining("does not exist");
      assertThatThrownBy(() -> read(google, REFERENCE))
          .isInstanceOf(JiraException.Unauthorised.class)
          .hasMessageContaining("403");
      assertThatThrownBy(() -> read(google, REFERENCE))
          .isInstanceOf(JiraException.Unavailable.class)
          .hasMessageContaining("503");
      assertThatThrownBy(() -> read(google, REFERENCE)).hasMessageContaining("no secret");
    }
  }

  private String read(ScriptedServer google, SecretReference reference) {
    environment.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER", google.uri("/").toString());
    return new SecretStore(
            name -> Optional.ofNullable(environment.get(name)),
            GoogleSecrets.of(name -> Optional.ofNullable(environment.get(name)), time, time))
        .read(reference);
  }

  private void login(Path folder, String json) throws IOException {
    Path file = Files.writeString(folder.resolve("login.json"), json);
    environment.put("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
  }

  private static Reply token() {
    return Reply.json("{\"access_token\":\"google-token\",\"expires_in\":3599}");
  }

  private static Reply secret(String text) {
    String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return Reply.json("{\"name\":\"n\",\"payload\":{\"data\":\"" + data + "\"}}");
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      form.put(
          field.substring(0, equals),
          URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return form;
  }
}
