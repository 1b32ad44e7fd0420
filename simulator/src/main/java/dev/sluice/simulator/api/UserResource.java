package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import java.util.List;
import java.util.Locale;

/** People. */
record UserResource(ServedSite jira) {
  /** Data Center says 1000 and gives 100. */
  private static final int OFFSET_PAGE = 100;

  /** Everybody, also who has left; a bare list by pages. */
  Response all(Call call) {
    return list(Paging.of(call, 50, 1000).window(jira.site().users()));
  }

  Response search(Call call) {
    String query =
        (call.text("query").isEmpty() ? call.text("username") : call.text("query"))
            .toLowerCase(Locale.ROOT);
    boolean inactive = jira.cloud() || call.text("includeInactive").equals("true");
    List<ObjectNode> found =
        jira.site().users().stream()
            .filter(user -> inactive || user.path("active").asBoolean(true))
            .filter(user -> matches(user, query))
            .toList();
    return list(Paging.of(call, 50, jira.cloud() ? 1000 : OFFSET_PAGE).window(found));
  }

  /** Data Center's stream of everybody: the cursor is the place in the list. */
  Response stream(Call call) {
    int from = Math.max(0, call.number("cursor", 0));
    Paging paging = new Paging(from, call.number("maxResults", 2000));
    List<ObjectNode> users = jira.site().users();
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeNumberField("maxResults", paging.maxResults());
          generator.writeBooleanField("isLast", paging.last(users));
          if (!paging.last(users)) {
            generator.writeStringField("nextCursor", Integer.toString(from + paging.maxResults()));
          }
          generator.writeFieldName("values");
          jira.tree().writeAll(generator, paging.window(users));
          generator.writeEndObject();
        });
  }

  Response bulk(Call call) {
    List<String> ids = call.list("accountId");
    List<ObjectNode> found =
        jira.site().users().stream().filter(user -> ids.contains(accountId(user))).toList();
    return Paging.of(call, 10, 200).beans(jira.self(call, "/user/bulk"), found, jira.tree());
  }

  private Response list(List<ObjectNode> users) {
    return JsonBody.ok(generator -> jira.tree().writeAll(generator, users));
  }

  private static String accountId(ObjectNode user) {
    return user.path("accountId").asText(user.path("key").asText(user.path("name").asText()));
  }

  private static boolean matches(ObjectNode user, String query) {
    // A single dot is the customary way to ask Data Center for everybody.
    return query.isEmpty()
        || query.equals(".")
        || contains(user, "displayName", query)
        || contains(user, "emailAddress", query)
        || contains(user, "name", query);
  }

  private static boolean contains(ObjectNode user, String property, String query) {
    return user.path(property).asText().toLowerCase(Locale.ROOT).contains(query);
  }
}
