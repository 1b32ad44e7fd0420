package dev.sluice.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A small Jira: project MKT with all issues but every third, which is in OPS. Site in Sydney,
 * account in New York, one issue an hour from 2026-03-01T00:00:30Z, each updated a day later.
 */
public final class TestSite {
  public static final ZoneId SITE_ZONE = ZoneId.of("Australia/Sydney");
  public static final ZoneId ACCOUNT_ZONE = ZoneId.of("America/New_York");
  public static final Instant FIRST = Instant.parse("2026-03-01T00:00:30Z");

  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT).withZone(SITE_ZONE);

  private TestSite() {}

  public static Site of(int issues) {
    List<SimIssue> all = new ArrayList<>();
    for (int i = 0; i < issues; i++) {
      all.add(issue(i));
    }
    return of(all);
  }

  public static Site of(List<SimIssue> issues) {
    return new Site(
        "Test",
        SITE_ZONE,
        ACCOUNT_ZONE,
        issues,
        List.of(
            json(
                "{'id':'summary','name':'Summary','custom':false,'clauseNames':['summary'],"
                    + "'navigable':true,'searchable':true,'orderable':true,"
                    + "'schema':{'type':'string','system':'summary'}}"),
            json(
                "{'id':'comment','name':'Comment','custom':false,'clauseNames':['comment'],"
                    + "'navigable':false,'searchable':true,'orderable':true,"
                    + "'schema':{'type':'comments-page','system':'comment'}}"),
            json(
                "{'id':'customfield_10042','name':'Budget','custom':true,"
                    + "'clauseNames':['cf[10042]','Budget'],"
                    + "'navigable':true,'searchable':true,'orderable':true,'schema':{'type':'number',"
                    + "'custom':'com.atlassian.jira.plugin.system.customfieldtypes:float',"
                    + "'customId':10042}}")),
        List.of(
            json("{'id':'10000','key':'MKT','name':'Marketing Team','projectTypeKey':'software'}"),
            json("{'id':'10001','key':'OPS','name':'Operations','projectTypeKey':'software'}")),
        List.of(
            json(
                "{'accountId':'acc-ann','key':'ann','name':'ann','displayName':'Ann Reader',"
                    + "'active':true,'emailAddress':'ann@example.com'}"),
            json(
                "{'accountId':'acc-bob','key':'bob','name':'bob','displayName':'Bob',"
                    + "'active':false}")),
        List.of(
            json(
                "{'id':'1','name':'To Do','statusCategory':{'id':2,'key':'new','name':'To Do',"
                    + "'colorName':'blue-gray'}}"),
            json(
                "{'id':'3','name':'Done','statusCategory':{'id':3,'key':'done','name':'Done',"
                    + "'colorName':'green'}}")),
        List.of(json("{'id':'10','name':'Campaign','subtask':false}")),
        List.of(json("{'id':'1','name':'High'}"), json("{'id':'2','name':'Low'}")),
        List.of(json("{'id':'1','name':'Fixed'}")),
        List.of(
            json("{'id':7,'name':'Team board','type':'scrum'}"),
            json("{'id':8,'name':'Flow board','type':'kanban'}")),
        Map.of(
            7L,
            List.of(
                json("{'id':70,'name':'Sprint 1','state':'closed','originBoardId':7}"),
                json("{'id':71,'name':'Sprint 2','state':'active','originBoardId':7}"))),
        formerKeys(issues));
  }

  private static Map<String, Long> formerKeys(List<SimIssue> issues) {
    Map<String, Long> former = new HashMap<>();
    for (SimIssue issue : issues) {
      String key = issue.json().at("/changelog/histories/0/items/0/fromString").asText();
      if (!key.isEmpty()) {
        former.put(key, issue.id());
      }
    }
    return former;
  }

  public static SimIssue issue(int number) {
    String project = number % 3 == 2 ? "OPS" : "MKT";
    Instant created = FIRST.plus(Duration.ofHours(number));
    Instant updated = created.plus(Duration.ofDays(1));
    ObjectNode json =
        json(
            "{'id':'%d','key':'%s-%d','fields':{'summary':'Launch number %d',"
                    .formatted(10_000 + number, project, number + 1, number)
                + "'description':'First line\\nsecond line\\n\\nNext block',"
                + "'project':{'id':'%s','key':'%s'},"
                    .formatted(project.equals("MKT") ? "10000" : "10001", project)
                + "'status':{'id':'%s','name':'%s','statusCategory':{'id':%d,'key':'%s'}},"
                    .formatted(
                        number % 2 == 0 ? "1" : "3",
                        number % 2 == 0 ? "To Do" : "Done",
                        number % 2 == 0 ? 2 : 3,
                        number % 2 == 0 ? "new" : "done")
                + "'issuetype':{'id':'10','name':'Campaign','subtask':false},"
                + "'priority':{'id':'%d','name':'%s'},"
                    .formatted(number % 4 == 0 ? 1 : 2, number % 4 == 0 ? "High" : "Low")
                + "'resolution':null,'duedate':'2026-04-%02d',".formatted(1 + number % 28)
                + "'labels':%s,".formatted(number % 5 == 0 ? "['brand','paid']" : "[]")
                + "'assignee':%s,"
                    .formatted(
                        number % 2 == 0
                            ? "{'key':'bob','name':'bob','displayName':'Bob','active':false}"
                            : "null")
                + "'customfield_10042':%s,".formatted(number % 10 == 9 ? "null" : number + ".5")
                + "'created':'%s','updated':'%s',"
                    .formatted(STAMP.format(created), STAMP.format(updated))
                + "'sprint':%s,"
                    .formatted(
                        number % 7 == 0 ? "{'id':71,'name':'Sprint 2','state':'active'}" : "null")
                + "'comment':{'comments':[%s]},".formatted(comments(number % 30))
                + "'worklog':{'worklogs':[%s]}},".formatted(worklogs(number % 25, created))
                + "'changelog':{'histories':[%s]}}".formatted(histories(number % 50, created)));
    return new SimIssue(10_000L + number, json.path("key").asText(), created, updated, json);
  }

  private static String comments(int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "" : ",").append("{'id':'%d','body':'comment %d'}".formatted(500 + i, i));
    }
    return all.toString();
  }

  private static String worklogs(int count, Instant created) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String stamp = STAMP.format(created.plusSeconds(i * 60L));
      all.append(i == 0 ? "" : ",")
          .append(
              ("{'id':'%d','issueId':'1','comment':'did it','timeSpentSeconds':60,"
                      + "'started':'%s','created':'%s','updated':'%s'}")
                  .formatted(created.getEpochSecond() % 1_000_000 * 100 + i, stamp, stamp, stamp));
    }
    return all.toString();
  }

  private static String histories(int count, Instant created) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "" : ",")
          .append(
              ("{'id':'%d','created':'%s','author':{'accountId':'acc-ann',"
                      + "'displayName':'Ann Reader','active':true},'items':[{'field':'%s',"
                      + "'fieldtype':'jira','from':null,'fromString':'OLD-%d','to':null,"
                      + "'toString':'b'}]}")
                  .formatted(
                      900 + i,
                      STAMP.format(created.plusSeconds(i)),
                      i == 0 ? "Key" : "status",
                      created.getEpochSecond() / 3600 % 1000));
    }
    return all.toString();
  }

  public static ObjectNode json(String singleQuoted) {
    try {
      return (ObjectNode) JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
