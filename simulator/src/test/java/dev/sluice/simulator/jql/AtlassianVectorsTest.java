package dev.sluice.simulator.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.simulator.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The verdicts of Atlassian's own parser, when that material lies beside the repository. */
final class AtlassianVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyVectorOfTheAtlassianParserGetsTheSameVerdict() throws IOException {
    List<String> disagreements =
        lines("data/jql_atlaskit_vectors.tsv").stream()
            .map(line -> line.split("\t", -1))
            .filter(columns -> !verdict(text(columns[3])).equals(columns[0]))
            .map(columns -> columns[0] + " " + columns[3])
            .toList();

    assertThat(disagreements).isEmpty();
  }

  @Test
  void everyQuerySeenInTheWildGetsTheSameVerdict() throws IOException {
    List<String> disagreements =
        lines("data/jql.txt").stream()
            .map(line -> line.split("\t", -1))
            .filter(columns -> !verdict(columns[1]).equals(columns[0]))
            .map(columns -> columns[0] + " " + columns[1])
            .toList();

    assertThat(disagreements).isEmpty();
  }

  private static List<String> lines(String file) throws IOException {
    Optional<Path> path = SharedFolder.find(file);
    assumeTrue(path.isPresent(), "the vectors are not here");
    List<String> lines =
        Files.readAllLines(path.orElseThrow()).stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .toList();
    assertThat(lines).hasSizeGreaterThan(200);
    return lines;
  }

  private static String text(String json) {
    try {
      return JSON.readValue(json, String.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static String verdict(String jql) {
    try {
      Query.parse(jql);
      return "valid";
    } catch (JqlException refused) {
      return "invalid";
    }
  }
}
