package dev.sluice.schemas.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.issue.IssueJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdfMarkdownTest {

  @ParameterizedTest
  @ValueSource(strings = {"text", "lists", "blocks", "tables", "odd"})
  void documentBecomesMarkdown(String name) throws IOException {
    JsonNode document = IssueJson.mapper().readTree(resource(name + ".json"));
    assertThat(AdfMarkdown.isDocument(document)).isTrue();
    assertThat(AdfMarkdown.render(document) + "\n").isEqualTo(resource(name + ".md"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          '{"type":"doc","version":1,"content":[]}'; true
          '{"type":"doc"}'; false
          '{"type":"paragraph","content":[]}'; false
          '"doc"'; false
          '[]'; false
          """)
  void onlyADocumentIsOne(String json, boolean expected) throws JsonProcessingException {
    assertThat(AdfMarkdown.isDocument(IssueJson.mapper().readTree(json))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulletList", "blockquote", "table", "expand", "unknown", "paragraph"})
  void depthIsBoundedAndTheTextKept(String type) throws JsonProcessingException {
    int depth = 1_500;
    String open = "{\"type\":\"" + type + "\",\"content\":[";
    String json =
        "{\"type\":\"doc\",\"content\":["
            + open.repeat(depth)
            + "{\"type\":\"text\",\"text\":\"deep\"}"
            + "]}".repeat(depth)
            + "]}";
    assertThat(AdfMarkdown.render(IssueJson.mapper().readTree(json))).contains("deep");
  }

  @Test
  void contentThatIsNoListKeepsItsText() throws JsonProcessingException {
    String json =
        "{\"type\":\"doc\",\"content\":[{\"type\":\"codeBlock\",\"content\":"
            + "{\"type\":\"text\",\"text\":\"alone\"}}]}";
    assertThat(AdfMarkdown.render(IssueJson.mapper().readTree(json))).contains("alone");
  }

  @Test
  void emptyDocumentIsEmptyText() throws JsonProcessingException {
    JsonNode document = IssueJson.mapper().readTree("{\"type\":\"doc\",\"content\":[]}");
    assertThat(AdfMarkdown.render(document)).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = AdfMarkdownTest.class.getResourceAsStream("adf/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
