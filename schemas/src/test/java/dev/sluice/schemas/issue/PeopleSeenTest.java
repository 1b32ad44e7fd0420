package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static dev.sluice.schemas.issue.IssuesUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PeopleSeenTest {

  @Test
  void peopleAreFoundWhereverTheyStand() {
    ObjectNode issue =
        issue(
            """
            {"assignee":{"self":"x","accountId":"a","displayName":"Ann","active":true,"avatarUrls":{"16x16":"x"}},
             "reporter":{"key":"JIRAUSER1","name":"bob","displayName":"Bob"},
             "project":{"id":"1","key":"MK","name":"Marketing"},
             "customfield_1":{"accountId":"c","displayName":"Cy"},
             "customfield_2":[{"accountId":"d","displayName":"Di"},null,"x"],
             "comment":{"comments":[{"author":{"accountId":"e","displayName":"Ed"},"updateAuthor":{"accountId":"f","displayName":"Fay"}}]},
             "worklog":{"worklogs":[{"author":{"accountId":"g","displayName":"Gil"}}]},
             "attachment":[{"author":{"accountId":"h","displayName":"Hal"}}],
             "customfield_3":{"displayName":"Former user"}}
            """);
    issue.set(
        "changelog",
        json(
            """
            {"histories":[{"author":{"accountId":"i","displayName":"Ida"},"items":[
               {"field":"assignee","from":"j","fromString":"Jo","to":"a","toString":"Ann"},
               {"field":"status","from":"1","fromString":"Open","to":"3","toString":"Doing"}]},
              {"items":[{"field":"reporter","from":null,"fromString":null,"to":"k","toString":"Kim"}]}]}
            """));
    Map<String, JsonNode> people = PeopleSeen.in(issue);
    assertThat(people.keySet())
        .containsExactly("a", "JIRAUSER1", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    assertThat(people.get("a"))
        .isEqualTo(json("{\"accountId\":\"a\",\"displayName\":\"Ann\",\"active\":true}"));
    assertThat(people.get("j")).isEqualTo(json("{\"key\":\"j\",\"displayName\":\"Jo\"}"));
  }

  @Test
  void whoSaysMoreIsKept() {
    JsonNode named = json("{\"key\":\"j\",\"displayName\":\"Jo\"}");
    JsonNode full = json("{\"accountId\":\"j\",\"displayName\":\"Jo\",\"active\":true}");
    assertThat(PeopleSeen.fuller(named, full)).isSameAs(full);
    assertThat(PeopleSeen.fuller(full, named)).isSameAs(full);
    assertThat(PeopleSeen.fuller(named, named)).isSameAs(named);
  }

  @Test
  void issueWithoutAnybodyHasNobody() {
    assertThat(PeopleSeen.in(issue("{}"))).isEmpty();
    assertThat(PeopleSeen.in(json("[]"))).isEmpty();
  }
}
