package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the server says about itself and about who is asking. */
record ServerResource(ServedSite jira) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  Response serverInfo(Call call) {
    ObjectNode info = JsonBody.MAPPER.createObjectNode();
    info.put("baseUrl", jira.baseUrl().get());
    if (jira.cloud()) {
      info.put("version", "1001.0.0-SNAPSHOT");
      info.putArray("versionNumbers").add(1001).add(0).add(0);
      info.put("deploymentType", "Cloud");
      info.put("buildNumber", 100293);
    } else {
      // Offsets have an end since 11.0.
      boolean endless = jira.faults().resultWindow(jira.limits().resultWindow()) == 0;
      info.put("version", endless ? "10.3.24" : "11.3.1");
      info.putArray("versionNumbers").add(endless ? 10 : 11).add(3).add(endless ? 24 : 1);
      info.put("deploymentType", "Server");
      info.put("buildNumber", endless ? 10030024 : 11030001);
    }
    info.put("buildDate", "2026-09-01T00:00:00.000+0000");
    info.put("serverTime", STAMP.format(jira.clock().instant().atZone(jira.site().siteZone())));
    info.put("scmInfo", "0000000000000000000000000000000000000000");
    info.put("serverTitle", jira.site().name());
    if (jira.cloud()) {
      info.put("serverTimeZone", jira.site().siteZone().getId());
      info.putObject("defaultLocale").put("locale", "en_US");
    }
    return JsonBody.ok(info, jira.tree());
  }

  Response myself(Call call) {
    ObjectNode myself = jira.account().json().deepCopy();
    if (!myself.has("self")) {
      myself.put("self", jira.self(call, "/myself"));
    }
    myself.put("locale", "en_US");
    myself.putObject("groups").put("size", 0).putArray("items");
    myself.putObject("applicationRoles").put("size", 0).putArray("items");
    myself.put("expand", "groups,applicationRoles");
    return JsonBody.ok(myself, jira.tree());
  }
}
