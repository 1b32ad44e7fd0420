package dev.sluice.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.jira.ChildKind;
import dev.sluice.transforms.jira.IssueChild;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IssueSpliceTest {

  private static final String ISSUE =
      """
      { "changelog" : {"startAt":0,"total": 3 ,"histories":[ {"id":"9"} ]}, "id":"10000",
        "fields":{"customfield_1":1.500, "comment":{"comments":[],"total":2,"self":"x"},
        "n":1e21,"ü":"\\u00e4€","worklog":null}, "x":[{"total":7}] }""";

  @Test
  void theOutlineTellsWhatIsCut() throws IOException {
    IssueOutline outline = outline(ISSUE);

    assertThat(outline.id()).isEqualTo("10000");
    assertThat(outline.cut(ChildKind.HISTORIES)).isTrue();
    assertThat(outline.cut(ChildKind.COMMENTS)).isTrue();
    assertThat(outline.cut(ChildKind.WORKLOGS)).isFalse();
    assertThat(outline.list(ChildKind.HISTORIES).orElseThrow().total()).isEqualTo(3);
  }

  @Test
  void nothingButTheListsAndTheirTotalsChanges() throws IOException {
    IssueSplice splice = new IssueSplice(ISSUE.getBytes(UTF_8), outline(ISSUE));
    splice.replace(ChildKind.COMMENTS, List.of(child("{\"id\":\"1\",\"n\":10.00}")));
    splice.replace(
        ChildKind.HISTORIES,
        List.of(
            child("{\"id\":\"9\"}"), child("{\"id\":\"8\"}"),
            child("{\"id\":\"7\"}"), child("{\"id\":\"6\"}")));

    assertThat(new String(splice.bytes(), UTF_8))
        .isEqualTo(
            ISSUE
                .replace("\"total\": 3 ,", "\"total\": 4 ,")
                .replace(
                    "[ {\"id\":\"9\"} ]",
                    "[{\"id\":\"9\"},{\"id\":\"8\"},{\"id\":\"7\"},{\"id\":\"6\"}]")
                .replace(
                    "\"comments\":[],\"total\":2",
                    "\"comments\":[{\"id\":\"1\",\"n\":10.00}],\"total\":1"));
  }

  @Test
  void aListThatWasLeftOutIsPutIn() throws IOException {
    String issue = "{\"id\":1,\"fields\":{\"worklog\":{\"total\":21},\"a\":1}}";
    IssueOutline outline = outline(issue);
    assertThat(outline.cut(ChildKind.WORKLOGS)).isTrue();

    IssueSplice splice = new IssueSplice(issue.getBytes(UTF_8), outline);
    splice.replace(ChildKind.WORKLOGS, List.of(child("{}"), child("{}")));

    assertThat(new String(splice.bytes(), UTF_8))
        .isEqualTo(
            "{\"id\":1,\"fields\":{\"worklog\":{\"total\":2,\"worklogs\":[{},{}]},\"a\":1}}");
  }

  @Test
  void oddShapesAreNotCut() throws IOException {
    for (String issue :
        List.of(
            "[]",
            "{}",
            "{\"id\":null,\"fields\":null,\"changelog\":[]}",
            "{\"fields\":{\"comment\":\"none\",\"worklog\":{\"total\":\"9\",\"worklogs\":{}}}}")) {
      IssueOutline outline = outline(issue);
      for (ChildKind kind : ChildKind.values()) {
        assertThat(outline.cut(kind)).as("%s of %s", kind, issue).isFalse();
      }
    }
  }

  private static IssueOutline outline(String issue) throws IOException {
    return IssueOutline.of(issue.getBytes(UTF_8));
  }

  private static IssueChild child(String json) {
    return new IssueChild("", json.getBytes(UTF_8));
  }
}
