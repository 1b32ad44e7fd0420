package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.site.SimIssue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes issues whole: every field, every history, comment and worklog. */
record Truth(ServedSite jira) {
  private static final FieldSelection EVERYTHING = FieldSelection.of(List.of("*all"), "*all");
  private static final IssueWriter.Embedded ALL =
      new IssueWriter.Embedded(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  Stream<ObjectNode> issues() {
    IssueIndex now = jira.now();
    return now.present()
        .sorted(Comparator.comparingLong(SimIssue::id))
        .map(issue -> write(now, issue));
  }

  Optional<ObjectNode> issue(long id) {
    IssueIndex now = jira.now();
    return now.byId(id).map(issue -> write(now, issue));
  }

  private ObjectNode write(IssueIndex now, SimIssue issue) {
    IssueWriter writer = new IssueWriter(jira, now, jira.cloud(), jira.cloud() ? "3" : "2");
    TokenBuffer buffer = new TokenBuffer(JsonBody.MAPPER, false);
    try (JsonGenerator generator = buffer) {
      writer.write(generator, issue, EVERYTHING, Set.of("changelog"), ALL);
      return JsonBody.MAPPER.readTree(buffer.asParser());
    } catch (IOException impossible) {
      throw new UncheckedIOException("nothing is read or written but memory", impossible);
    }
  }
}
