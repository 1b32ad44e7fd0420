package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The signed statement by which a Google service account asks for a token (RFC 7523). */
final class GoogleAssertion {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private GoogleAssertion() {}

  /**
   * @param login the key file of a service account
   */
  static String signed(JsonNode login, URI endpoint, Instant now)
      throws GoogleLogin.NoLoginException {
    ObjectNode header = Json.MAPPER.createObjectNode().put("alg", "RS256").put("typ", "JWT");
    header.put("kid", login.path("private_key_id").asText(""));
    ObjectNode claims = Json.MAPPER.createObjectNode();
    claims.put("iss", login.path("client_email").asText(""));
    claims.put("scope", SCOPE);
    claims.put("aud", endpoint.toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    String content = encoded(bytes(header.toString())) + "." + encoded(bytes(claims.toString()));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(key(login.path("private_key").asText("")))));
      signature.update(bytes(content));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The reason could quote the key.
      throw new GoogleLogin.NoLoginException("the key of the service account cannot be used");
    }
  }

  private static byte[] key(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }
}
