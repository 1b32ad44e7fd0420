package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.Site;
import java.util.HashSet;
import java.util.Set;

/**
 * The account every request of a logged-in client is made by: the first active person of the site.
 *
 * @param json the person with the profile zone
 */
public record Account(ObjectNode json) {
  public static Account of(Site site) {
    ObjectNode person =
        site.users().stream()
            .filter(user -> user.path("active").asBoolean(true))
            .findFirst()
            .map(ObjectNode::deepCopy)
            .orElseGet(Account::stranger);
    person.put("timeZone", site.accountZone().getId());
    return new Account(person);
  }

  private static ObjectNode stranger() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("accountId", "5b10a2844c20165700ede21g")
        .put("accountType", "atlassian")
        .put("key", "reader")
        .put("name", "reader")
        .put("emailAddress", "reader@example.com")
        .put("displayName", "Reader")
        .put("active", true);
  }

  Set<String> names() {
    return new HashSet<>(Values.names(json));
  }
}
