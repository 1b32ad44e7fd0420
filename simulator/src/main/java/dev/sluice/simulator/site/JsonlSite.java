package dev.sluice.simulator.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A site made of issues that were read from a Jira and kept in files. */
public final class JsonlSite {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Survey survey = new Survey();
  private final Map<Long, SimIssue> issues = new HashMap<>();

  private JsonlSite() {}

  /**
   * Reads files with one JSON object a line, plain or gzipped: an issue, a page of a search, or a
   * recording that holds either as its {@code body}; whatever else a recording holds is passed
   * over. Values stay as they are stored, stamps included. Of two issues with one id the one
   * updated last is kept. Issues are held as text and parsed each time they are asked for.
   *
   * <p>What the files do not tell is derived from the issues: people, projects, statuses, the types
   * of the custom fields from the shapes of their values, and the zone from the offset most stamps
   * have.
   *
   * @throws UnreadableSiteException when a line is no issue, has no usable id, key, {@code created}
   *     or {@code updated}, or when a file cannot be read or all files together hold no issue
   */
  public static Site read(List<Path> files) {
    JsonlSite reader = new JsonlSite();
    files.forEach(reader::readFile);
    if (reader.issues.isEmpty()) {
      throw new UnreadableSiteException("There is no issue in " + files);
    }
    List<SimIssue> all =
        reader.issues.values().stream().sorted(Comparator.comparingLong(SimIssue::id)).toList();
    return reader.survey.site(all);
  }

  private void readFile(Path file) {
    try (InputStream stored = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        InputStream plain = unzipped(stored);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          readLine(line, file + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new UnreadableSiteException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream unzipped(InputStream stored) throws IOException {
    stored.mark(2);
    boolean zipped = stored.read() == 0x1f && stored.read() == 0x8b;
    stored.reset();
    return zipped ? new GZIPInputStream(stored, BUFFER_BYTES) : stored;
  }

  private void readLine(String line, String place) {
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UnreadableSiteException(place + ": not JSON: " + e.getOriginalMessage(), e);
    }
    List<ObjectNode> found = IssueLines.in(json, place);
    for (ObjectNode issue : found) {
      boolean isWholeLine = json.has("fields");
      add(issue, isWholeLine ? line.getBytes(StandardCharsets.UTF_8) : Json.bytes(issue), place);
    }
    survey.readNames(json.path("names"));
  }

  private void add(ObjectNode json, byte[] text, String place) {
    long id = IssueLines.id(json, place);
    Instant created = IssueLines.moment(json, "created", place);
    Instant updated = IssueLines.moment(json, "updated", place);
    Traits traits = survey.read(json);
    SimIssue issue =
        new SimIssue(id, json.path("key").asText(), created, updated, traits, () -> parse(text));
    issues.merge(
        id, issue, (first, second) -> second.updated().isBefore(first.updated()) ? first : second);
  }

  private static ObjectNode parse(byte[] text) {
    ObjectNode issue = Json.parse(text);
    if (!issue.path("changelog").isObject()) {
      ObjectNode changelog = issue.putObject("changelog");
      changelog.put("startAt", 0).put("maxResults", 0).put("total", 0).putArray("histories");
    }
    return issue;
  }
}
