package dev.sluice.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A plain client of a simulator, logged in unless told otherwise. */
public final class Browser {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final JiraSimulator jira;
  private final Optional<String> authorization;

  private Browser(JiraSimulator jira, Optional<String> authorization) {
    this.jira = jira;
    this.authorization = authorization;
  }

  /** An answer as it came. */
  public record Answer(int status, HttpResponse<String> response) {
    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (JsonProcessingException malformed) {
        throw new IllegalStateException(malformed);
      }
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String error() {
      return json().path("errorMessages").path(0).asText();
    }
  }

  public static Browser of(JiraSimulator jira) {
    return basic(jira, "ann@example.com", "secret");
  }

  public static Browser basic(JiraSimulator jira, String user, String token) {
    String pair = user + ":" + token;
    return new Browser(
        jira,
        Optional.of(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
  }

  public static Browser bearer(JiraSimulator jira, String token) {
    return new Browser(jira, Optional.of("Bearer " + token));
  }

  public static Browser stranger(JiraSimulator jira) {
    return new Browser(jira, Optional.empty());
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String singleQuotedJson) {
    return post(path, "application/json", singleQuotedJson);
  }

  public Answer post(String path, String contentType, String singleQuotedJson) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(singleQuotedJson.replace('\'', '"'))));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jira.baseUri() + path));
    authorization.ifPresent(header -> request.header("Authorization", header));
    return request;
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
