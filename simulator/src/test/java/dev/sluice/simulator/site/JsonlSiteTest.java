package dev.sluice.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonlSiteTest {
  private static final String SPRINT =
      "com.atlassian.greenhopper.service.sprint.Sprint@1[rapidViewId=16,state=CLOSED,name=A, b=[c],"
          + "startDate=2014-01-17T20:47:35.244Z,endDate=<null>,completeDate=<null>,id=13]";

  @TempDir Path folder;

  @Test
  void readsPlainAndZippedFilesAndOrdersByTheNumberOfTheId() {
    Path plain = plain("a.jsonl", issue("1000", "A-1", "2026-01-02T03:04:05.678+0100", ""));
    Path zipped = zipped("b.jsonl.gz", issue("999", "A-2", "2026-01-02T03:04:05.678+0100", ""));
    Site site = JsonlSite.read(List.of(plain, zipped));
    assertThat(site.issues()).extracting(SimIssue::key).containsExactly("A-2", "A-1");
    assertThat(site.siteZone()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(site.issues().get(0).created()).isEqualTo("2026-01-02T02:04:05.678Z");
    assertThat(site.issues().get(0).json().at("/changelog/histories").isArray()).isTrue();
    assertThat(site.projects())
        .extracting(project -> project.path("key").asText())
        .containsExactly("A");
    assertThat(site.users())
        .extracting(user -> user.path("displayName").asText())
        .containsExactly("Ann");
  }

  @Test
  void keepsTheOneUpdatedLastOfTwoIssuesWithOneId() {
    String old = issue("1", "A-1", "2026-01-02T03:04:05.678+0000", "");
    String moved = issue("1", "B-1", "2026-01-03T03:04:05.678+0000", "");
    Site site = JsonlSite.read(List.of(plain("a", moved + "\n" + old)));
    assertThat(site.issues()).extracting(SimIssue::key).containsExactly("B-1");
    assertThat(site.siteZone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void infersTheTypesOfCustomFieldsFromTheirValues() {
    String first =
        "'customfield_1':3,'customfield_2':'2026-01-01','customfield_3':'2026-01-01T10:00:00.000+0100',"
            + "'customfield_4':'text','customfield_5':{'id':'1','value':'x'},'customfield_6':[{'id':'1','value':'x'}],"
            + "'customfield_7':['a'],'customfield_8':{'name':'b','displayName':'B'},'customfield_9':['"
            + SPRINT
            + "'],'customfield_10':null,'customfield_11':'0|i0001:','customfield_12':1,"
            + "'customfield_13':{'id':'1','value':'x'},'customfield_14':{'anything':true},"
            + "'customfield_15':[{'id':'1','name':'v','released':true}],";
    String second =
        "'customfield_4':'2026-01-01','customfield_6':[],'customfield_12':'one',"
            + "'customfield_13':{'id':'1','value':'x','child':{'id':'2','value':'y'}},";
    Site site =
        JsonlSite.read(
            List.of(
                plain(
                    "a",
                    issue("1", "A-1", "2026-01-02T03:04:05.678+0000", first),
                    issue("2", "A-2", "2026-01-02T03:04:05.678+0000", second))));
    assertThat(types(site))
        .containsExactlyInAnyOrder(
            "1 number",
            "2 date",
            "3 datetime",
            "4 string",
            "5 option",
            "6 array option",
            "7 array string",
            "8 user",
            "9 array json",
            "10 any",
            "11 any",
            "12 any",
            "13 option-with-child",
            "14 any",
            "15 array version");
    assertThat(site.boards()).extracting(board -> board.path("id").asLong()).containsExactly(16L);
    assertThat(site.sprints().get(16L))
        .extracting(sprint -> sprint.path("name").asText())
        .containsExactly("A, b=[c]");
  }

  @Test
  void readsPagesAndRecordingsAndPassesOverOtherAnswersInThem() {
    String one = issue("1", "A-1", "2026-01-02T03:04:05.678+0000", "'customfield_1':1,");
    Site site =
        JsonlSite.read(
            List.of(
                plain(
                    "a",
                    "{'path':'x','body':" + one + "}",
                    "{'path':'y','body':{'id':1,'name':'board'}}",
                    "{'names':{'customfield_1':'Budget'},'issues':["
                        + issue("2", "A-2", "2026-01-02T03:04:05.678Z", "")
                        + "]}")));
    assertThat(site.issues()).hasSize(2);
    assertThat(site.issues().get(1).json().at("/fields/created").asText()).endsWith("Z");
    assertThat(site.fields()).extracting(field -> field.path("name").asText()).contains("Budget");
  }

  @Test
  void derivesOldKeysAndStatusesOnlyTheHistoryKnows() {
    String history =
        "'changelog':{'histories':[{'id':'1','items':[{'field':'Key','fromString':'OLD-7','toString':'A-1'},"
            + "{'field':'status','from':'77','fromString':'Gone','to':'1','toString':'Open'}]}]}";
    String issue = issue("1", "A-1", "2026-01-02T03:04:05.678+0000", "");
    Site site =
        JsonlSite.read(
            List.of(plain("a", issue.substring(0, issue.length() - 1) + "," + history + "}")));
    assertThat(site.formerKeys()).containsEntry("OLD-7", 1L);
    assertThat(site.statuses())
        .extracting(status -> status.path("name").asText())
        .containsExactly("Open", "Gone");
    assertThat(site.statuses().get(0).at("/statusCategory/key").asText()).isEqualTo("new");
  }

  @Test
  void refusesWhatIsNoIssueWithFileAndLine() {
    String good = issue("1", "A-1", "2026-01-02T03:04:05.678+0000", "");
    refuses("bad1", "bad1:2: not an issue", good, "{'id':'1','name':'Bug'}");
    refuses("bad2", "bad2:3: not JSON", good, "", "{'id':");
    refuses("bad3", "bad3:1: A-1 has no usable \"created\"", good.replace("'created'", "'born'"));
    refuses(
        "bad4",
        "bad4:1: the id of the issue is no number: x1",
        good.replace("'id':'1','key'", "'id':'x1','key'"));
    refuses("bad5", "There is no issue in", "{'path':'y','body':{'id':1}}");
    assertThatThrownBy(() -> JsonlSite.read(List.of(folder.resolve("missing"))))
        .isInstanceOf(UnreadableSiteException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void readsEveryRealIssueThereIs() {
    List<Path> files =
        new ArrayList<>(
            SharedData.files("corpus", ".*issues.*|fixtures_cloud_jirametrics.*|tidev.*sample.*"));
    files.addAll(SharedData.files("bulk", "asf_2025.*"));
    Site site = JsonlSite.read(files);
    assertThat(site.issues()).hasSizeGreaterThan(2000);
    for (SimIssue issue : site.issues()) {
      assertThat(issue.json().path("id").asLong()).isEqualTo(issue.id());
    }
    assertThat(site.fields())
        .filteredOn(field -> field.path("custom").asBoolean())
        .hasSizeGreaterThan(50);
    assertThat(site.boards()).isNotEmpty();
    assertThat(site.formerKeys()).isNotEmpty();
  }

  private void refuses(String file, String message, String... lines) {
    Path path = plain(file, lines);
    assertThatThrownBy(() -> JsonlSite.read(List.of(path)))
        .isInstanceOf(UnreadableSiteException.class)
        .hasMessageContaining(message);
  }

  private static List<String> types(Site site) {
    List<String> types = new ArrayList<>();
    for (JsonNode field : site.fields()) {
      if (field.path("custom").asBoolean()) {
        String items = field.at("/schema/items").asText("");
        String number = field.path("id").asText().substring("customfield_".length());
        types.add((number + " " + field.at("/schema/type").asText() + " " + items).strip());
      }
    }
    return types;
  }

  private static String issue(String id, String key, String updated, String fields) {
    return ("{'id':'%s','key':'%s','fields':{%s'summary':'s','created':'2026-01-02T03:04:05.678%s','updated':'%s',"
            + "'project':{'id':'1','key':'A','name':'Alpha'},'reporter':{'name':'ann','displayName':'Ann'},"
            + "'status':{'id':'1','name':'Open','statusCategory':{'key':'new'}},'issuetype':{'id':'1','name':'Bug'}}}")
        .formatted(id, key, fields, updated.substring(23), updated);
  }

  private Path plain(String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), text(lines));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path zipped(String name, String... lines) {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text(lines).getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(String... lines) {
    return String.join("\n", lines).replace('\'', '"') + "\n";
  }
}
