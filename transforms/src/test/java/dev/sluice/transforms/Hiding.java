package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes issues out of every page of a search; what counts them still does. */
record Hiding(Set<String> ids) implements UnaryOperator<byte[]> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public byte[] apply(byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body);
      for (Iterator<JsonNode> issues = answer.path("issues").iterator(); issues.hasNext(); ) {
        if (ids.contains(issues.next().path("id").asText())) {
          issues.remove();
        }
      }
      return JSON.writeValueAsBytes(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
