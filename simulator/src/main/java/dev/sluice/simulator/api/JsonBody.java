package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.simulator.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers straight to bytes: a page of issues is never built as a second tree. */
final class JsonBody {
  static final JsonMapper MAPPER = new JsonMapper();

  private JsonBody() {}

  /** Something that writes itself as JSON. */
  @FunctionalInterface
  interface Content {
    void writeTo(JsonGenerator generator) throws IOException;
  }

  static Response ok(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try (JsonGenerator generator = MAPPER.createGenerator(bytes)) {
      content.writeTo(generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return Response.json(200, bytes.toByteArray());
  }

  static Response ok(JsonNode content, TreeWriter tree) {
    return ok(generator -> tree.write(generator, content));
  }
}
