package dev.sluice.schemas.field;

import java.util.Optional;

/** Fields for tests. */
final class FieldsUnderTest {

  private FieldsUnderTest() {}

  static JiraField custom(long number, String name) {
    return custom(number, name, "string");
  }

  static JiraField custom(long number, String name, String type) {
    return custom("customfield_" + number, name, type);
  }

  static JiraField custom(String id, String name, String type) {
    return new JiraField(
        id,
        name,
        true,
        Optional.of(type),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static JiraField declared(String type, String items, String kind) {
    return new JiraField(
        "customfield_1",
        "Any",
        true,
        Optional.of(type),
        Optional.of(items).filter(text -> !text.isEmpty()),
        Optional.of("com.atlassian.jira.plugin.system.customfieldtypes:" + kind),
        Optional.empty(),
        Optional.empty());
  }
}
