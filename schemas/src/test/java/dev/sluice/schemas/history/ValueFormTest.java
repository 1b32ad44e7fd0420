package dev.sluice.schemas.history;

import static dev.sluice.schemas.history.HistoriesUnderTest.columns;
import static dev.sluice.schemas.history.HistoriesUnderTest.json;
import static dev.sluice.schemas.history.HistoriesUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.value.NamedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueFormTest {

  /** Lines are: schema; current value; what Jira's changelog would say of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"number"}|8.0|null/8
          {"type":"number"}|1E+2|null/100
          {"type":"number"}|1e999999999|null/1E+999999999
          {"type":"number"}|"12 EUR"|null/12 EUR
          {"type":"string"}|"TV"|null/TV
          {"type":"string"}|null|null/null
          {"type":"string"}|""|null/
          {"type":"string"}|{"type":"doc","version":1,"content":[]}|unknown
          {"type":"date"}|"2026-03-01"|2026-03-01/2026-03-01
          {"type":"datetime"}|"2026-03-01T09:00:00.000+0100"|2026-03-01T09:00:00.000+0100/2026-03-01T09:00:00.000+0100
          {"type":"option"}|{"id":"1","value":"TV","disabled":true}|1/TV
          {"type":"option-with-child"}|{"id":"1","value":"EU","child":{"id":"2","value":"DE"}}|null/Parent values: EU(1)Level 1 values: DE(2)
          {"type":"option-with-child"}|{"id":"1","value":"EU"}|null/Parent values: EU(1)
          {"type":"user"}|{"accountId":"5b","displayName":"Ann"}|5b/Ann
          {"type":"user"}|{"key":"JIRAUSER1","name":"ann","displayName":"Ann"}|JIRAUSER1/Ann
          {"type":"group"}|{"name":"staff","groupId":"g"}|g/staff
          {"type":"version"}|{"id":"1","name":"v1","archived":true}|1/v1
          {"type":"array","items":"option"}|[{"id":"1","value":"TV"},{"id":"2","value":"Web"}]|[1, 2]/TV,Web
          {"type":"array","items":"option"}|[]|null/null
          {"type":"array","items":"option"}|"TV"|unknown
          {"type":"array","items":"user"}|[{"accountId":"5b","displayName":"Ann"}]|[5b]/Ann
          {"type":"array","items":"string"}|["a","b"]|null/a b
          {"type":"array","items":"json","custom":"x:gh-sprint"}|[{"id":76,"name":"S 1"},{"id":79,"name":"S 2"}]|76, 79/S 1, S 2
          {"type":"sd-servicelevelagreement"}|{"id":"1"}|unknown
          {"type":"array","items":"cmdb-object-field"}|[{"id":"w:1"}]|unknown
          """)
  void currentValueIsWrittenAsTheChangelogWould(String schema, String current, String expected) {
    NamedValue written = form(schema).written(json(current));
    assertThat(written == null ? "unknown" : text(written)).isEqualTo(expected.strip());
  }

  /** Lines are: schema; current value; id and text the changelog ends with; whether they agree. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          {"type":"number"}|8.0|none|8|true
          {"type":"number"}|8.0|none|8.00|true
          {"type":"number"}|8.0|none|9|false
          {"type":"number"}|null|none|none|true
          {"type":"number"}|null|''|''|true
          {"type":"number"}|0|none|none|false
          {"type":"string"}|" a"|none|a|true
          {"type":"date"}|"2026-03-01"|2026-03-01|1/Mar/26|true
          {"type":"date"}|"2026-03-01"|none|1/Mar/26|true
          {"type":"date"}|"2026-03-01"|2026-03-02|2/Mar/26|false
          {"type":"date"}|"2026-03-01"|none|2026-03-01 00:00:00.0|true
          {"type":"datetime"}|"2026-03-01T09:00:00.000+0100"|2026-03-01T08:00:00+0000|01/Mar/26 9:00 AM|true
          {"type":"datetime"}|"2026-03-01T09:00:00.000+0100"|2026-03-01T09:00:00+0000|01/Mar/26 9:00 AM|false
          {"type":"option"}|{"id":"1","value":"Renamed"}|1|TV|true
          {"type":"option"}|{"id":"1","value":"TV"}|[1]|TV|true
          {"type":"option"}|{"id":"1","value":"TV"}|none|TV|true
          {"type":"option"}|{"id":"1","value":"TV"}|2|TV|false
          {"type":"array","items":"option"}|[{"id":"1","value":"a"},{"id":"2","value":"b"}]|[2, 1]|b,a|true
          {"type":"array","items":"option"}|[{"id":"1","value":"a"},{"id":"2","value":"b"}]|none|[a, b]|true
          {"type":"array","items":"option"}|[{"id":"1","value":"a"}]|[1, 2]|a,b|false
          {"type":"array","items":"string"}|["b","a"]|none|a b|true
          {"type":"array","items":"string"}|["a"]|none|a b|false
          {"type":"user"}|{"key":"JIRAUSER1","name":"ann","displayName":"Ann"}|ann|Ann|true
          {"type":"user"}|{"name":"Ann","displayName":"A"}|none|ann|true
          {"type":"user"}|{"accountId":"5b","displayName":"Ann"}|6c|Ann|false
          {"type":"option-with-child"}|{"id":"1","value":"EU"}|none|Parent values: Europe(1)|true
          {"type":"option-with-child"}|{"id":"1","value":"EU"}|none|Parent values: EU(1)Level 1 values: DE(2)|false
          {"type":"string","custom":"x:gh-epic-link"}|"MK-1"|10|MK-1|true
          {"type":"string","custom":"x:textarea"}|"a\\nb"|none|a\\r\\nb|true
          {"type":"string","custom":"x:textarea"}|{"type":"doc","version":1,"content":[]}|none|anything|true
          {"type":"array","items":"json","custom":"x:gh-sprint"}|[{"id":76,"name":"S 1"}]|76|Old|true
          {"type":"array","items":"json","custom":"x:gh-sprint"}|[{"id":76,"name":"S 1"}]|76, 79|S 1, S 2|false
          """)
  void changelogMayWriteTheSameValueInSeveralWays(
      String schema, String current, @Nullable String id, @Nullable String text, boolean agrees) {
    String last = text == null ? null : text.replace("\\r\\n", "\r\n");
    assertThat(form(schema).agrees(new NamedValue(id, last), json(current))).isEqualTo(agrees);
  }

  private static ValueForm form(String schema) {
    return TrackedFields.of(
            columns("[{\"id\":\"customfield_1\",\"name\":\"F\",\"schema\":" + schema + "}]"))
        .stream()
        .filter(field -> field.id().equals("customfield_1"))
        .findFirst()
        .orElseThrow()
        .form();
  }
}
