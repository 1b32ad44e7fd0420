package dev.sluice.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.issue.IssueJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Pages of Jira Cloud's search by java.net.http and Jackson, zipped as they come from any Jira. */
final class PlainPages {

  private static final int PAGE_SIZE = 100;
  private static final String LOGIN =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("bench@example.org:bench".getBytes(StandardCharsets.UTF_8));

  /** Takes an issue. */
  interface IssueSink {
    void accept(JsonNode issue) throws IOException;
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI search;

  PlainPages(URI jira) {
    this.search = URI.create(jira + "/rest/api/3/search/jql");
  }

  void read(String jql, IssueSink sink) throws IOException, InterruptedException {
    String token = "";
    do {
      HttpResponse<InputStream> response =
          http.send(request(jql, token), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IOException("Jira answered " + response.statusCode());
      }
      boolean zipped = response.headers().firstValue("content-encoding").isPresent();
      try (InputStream body =
          zipped ? new GZIPInputStream(response.body(), 1 << 16) : response.body()) {
        token = page(body, sink);
      }
    } while (!token.isEmpty());
  }

  private HttpRequest request(String jql, String token) {
    ObjectNode body = IssueJson.mapper().createObjectNode();
    body.put("jql", jql).put("maxResults", PAGE_SIZE).put("expand", "changelog");
    body.putArray("fields").add("*all");
    if (!token.isEmpty()) {
      body.put("nextPageToken", token);
    }
    return HttpRequest.newBuilder(search)
        .header("Authorization", LOGIN)
        .header("Content-Type", "application/json")
        .header("Accept-Encoding", "gzip")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
  }

  private static String page(InputStream body, IssueSink sink) throws IOException {
    String token = "";
    try (JsonParser parser = IssueJson.mapper().createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("issues")) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            sink.accept(parser.readValueAsTree());
          }
        } else if (name.equals("nextPageToken")) {
          token = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
    }
    return token;
  }
}
