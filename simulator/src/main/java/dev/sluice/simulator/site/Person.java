package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Somebody with an account. */
final class Person {
  private final String accountId;
  private final String key;
  private final String displayName;
  private final Role role;
  private final ZoneId zone;
  private final Optional<Instant> leftAt;
  private final ObjectNode json;

  /**
   * Opens an account.
   *
   * @param accountId what Cloud knows them by
   * @param key what Data Center knows them by
   * @param leftAt when they left, if they did: from then on nothing new is done by them
   */
  Person(
      String accountId,
      String key,
      String name,
      String displayName,
      Optional<String> email,
      Role role,
      ZoneId zone,
      Optional<Instant> leftAt) {
    this.accountId = accountId;
    this.key = key;
    this.displayName = displayName;
    this.role = role;
    this.zone = zone;
    this.leftAt = leftAt;
    json =
        Json.object()
            .put("self", Json.self("user?accountId=" + accountId))
            .put("accountId", accountId)
            .put("name", name)
            .put("key", key);
    email.ifPresent(address -> json.put("emailAddress", address));
    json.set("avatarUrls", Avatars.of("useravatar?ownerId=" + key));
    json.put("displayName", displayName)
        .put("active", leftAt.isEmpty())
        .put("timeZone", zone.getId())
        .put("accountType", role == Role.SYSTEM ? "app" : "atlassian");
  }

  String accountId() {
    return accountId;
  }

  String key() {
    return key;
  }

  String displayName() {
    return displayName;
  }

  Role role() {
    return role;
  }

  ZoneId zone() {
    return zone;
  }

  Optional<Instant> leftAt() {
    return leftAt;
  }

  boolean worksAt(Instant moment) {
    return leftAt.isEmpty() || moment.isBefore(leftAt.get());
  }

  /** As issues hold them. */
  ObjectNode json() {
    return json.deepCopy();
  }

  /** As the user directory answers: with the locale. */
  ObjectNode directoryJson() {
    return json().put("locale", zone.getId().startsWith("Europe/Ber") ? "de_DE" : "en_US");
  }
}
