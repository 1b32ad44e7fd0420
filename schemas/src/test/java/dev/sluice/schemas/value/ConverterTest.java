package dev.sluice.schemas.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.Type;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConverterTest {

  /** Lines are: type; JSON; the value as text, {@code none} or {@code misfit}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      textBlock =
          """
          string;    'null';           none
          string;    '"a b"';          a b
          string;    '""';             ''
          string;    '42';             42
          string;    '1.10';           1.10
          string;    'true';           true
          string;    '{}';             none
          string;    '[]';             none
          string;    '{"a":1}';        misfit
          string;    '["a"]';          misfit
          string;    '{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"hi"}]}]}'; hi
          long;      '7';              7
          long;      '7.0';            7
          long;      '-1';             -1
          long;      '9223372036854775807'; 9223372036854775807
          long;      '9223372036854775808'; misfit
          long;      '1e400';          misfit
          long;      '1.5';            misfit
          long;      '"7"';            misfit
          long;      '""';             none
          double;    '3';              3.0
          double;    '10023.345';      10023.345
          double;    '1e21';           1.0E21
          double;    '1e400';          misfit
          double;    '-1e400';         misfit
          double;    '"3"';            misfit
          double;    '"NaN"';          misfit
          double;    '""';             none
          double;    '[]';             none
          double;    'true';           misfit
          boolean;   'true';           true
          boolean;   'false';          false
          boolean;   '"true"';         misfit
          boolean;   '1';              misfit
          timestamp; '"2023-07-12T16:00:00.000+0100"'; 2023-07-12T16:00:00.000+0100
          timestamp; '1732877091000';  1732877091000
          timestamp; '""';             none
          timestamp; '1.5';            misfit
          timestamp; '{"a":1}';        misfit
          date;      '"1970-01-02"';   1
          date;      '"2024-02-29"';   19782
          date;      '"9999-12-31"';   2932896
          date;      '"0001-01-01"';   -719162
          date;      '"0000-12-31"';   misfit
          date;      '"2023-02-29"';   misfit
          date;      '"2023-02-30"';   misfit
          date;      '"51502-01-01"';  misfit
          date;      '"+51502-1-1"';   misfit
          date;      '"12/abr/2022"';  misfit
          date;      '"2022-1-1"';     misfit
          date;      '""';             none
          date;      '20230101';       misfit
          json;      'null';           none
          json;      '{"b":1.10,"a":[null,1e400]}'; {"b":1.10,"a":[null,1E+400]}
          json;      '"text"';         "text"
          json;      '9007199254740993.5'; 9007199254740993.5
          json;      '{}';             {}
          list<string>; '[]';          []
          list<string>; '["a","b"]';   [a, b]
          list<string>; '"a"';         misfit
          list<string>; '["a",null]';  misfit
          list<string>; '["a",{"b":1}]'; misfit
          list<string>; '""';          none
          list<string>; '{}';          none
          option;    '{"self":"s","value":"Red","id":"10","disabled":true}'; {"id": "10", "value": "Red"}
          option;    '{"value":"Red"}'; {"id": null, "value": "Red"}
          option;    '{}';             none
          option;    '""';             none
          option;    '"Red"';          misfit
          option;    '["Red"]';        misfit
          option;    '{"other":1}';    misfit
          option;    '{"id":{"x":1},"value":"Red"}'; misfit
          list<option>; '[{"id":"1","value":"a"},{"id":2,"value":"b"}]'; [{"id": "1", "value": "a"}, {"id": "2", "value": "b"}]
          list<option>; '{"id":"1","value":"a"}'; misfit
          cascading; '{"id":"1","value":"EU","child":{"id":"2","value":"DE"}}'; {"id": "1", "value": "EU", "child": {"id": "2", "value": "DE"}}
          cascading; '{"id":"1","value":"EU"}'; {"id": "1", "value": "EU", "child": null}
          user;      '{"accountId":"5b","displayName":"Ann","active":true,"accountType":"atlassian"}'; {"id": "5b", "name": "Ann", "email": null, "active": true}
          user;      '{"name":"ann","key":"JIRAUSER1","displayName":"Ann","emailAddress":"a@b.invalid","active":false}'; {"id": "JIRAUSER1", "name": "Ann", "email": "a@b.invalid", "active": false}
          user;      '{"name":"ann","displayName":"Ann"}'; {"id": "ann", "name": "Ann", "email": null, "active": null}
          group;     '{"name":"staff","groupId":"g-1"}'; {"id": "g-1", "name": "staff"}
          group;     '{"name":"staff"}'; {"id": "staff", "name": "staff"}
          reference; '{"id":10,"name":"v1","archived":true,"released":false}'; {"id": "10", "name": "v1"}
          """)
  void valueOfEachShape(String type, String json, String expected) throws JsonProcessingException {
    Object value = convert(Type.parse(type), json);
    assertThat(value == null ? null : value.toString()).isEqualTo(expected);
  }

  private static @Nullable Object convert(Type type, String json) throws JsonProcessingException {
    Column column = new Column("c", type, "", false, Optional.empty(), Optional.empty());
    Table table = new Table("t", "T.", List.of(), List.of(column));
    Schema schema = AvroSchemas.of(table, Stage.AS_SENT).getField("c").schema();
    return Converter.of(type, schema).convert(IssueJson.mapper().readTree(json));
  }
}
