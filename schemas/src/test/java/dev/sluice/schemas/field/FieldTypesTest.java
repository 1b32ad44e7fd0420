package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.type.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldTypesTest {

  @ParameterizedTest
  @CsvSource({
    "number, '', float, double",
    "date, '', datepicker, date",
    "datetime, '', datetime, timestamp",
    "string, '', textfield, string",
    "string, '', textarea, string",
    "string, '', url, string",
    "string, '', select, option",
    "option, '', radiobuttons, option",
    "array, option, multiselect, list<option>",
    "array, string, multicheckboxes, list<option>",
    "array, string, labels, list<string>",
    "option-with-child, '', cascadingselect, cascading",
    "user, '', userpicker, user",
    "array, user, multiuserpicker, list<user>",
    "group, '', grouppicker, group",
    "array, group, multigrouppicker, list<group>",
    "version, '', version, reference",
    "array, version, multiversion, list<reference>",
    "array, component, components, list<reference>",
    "project, '', project, reference",
    "priority, '', priority, reference",
    "array, string, gh-sprint, list<sprint>",
    "array, json, gh-sprint, list<sprint>",
    "any, '', gh-epic-link, string",
    "any, '', devsummary, json",
    "sd-servicelevelagreement, '', sd-sla-field, json",
    "array, cmdb-object-field, cmdb, json",
    "array, '', unknown, json",
  })
  void declaredTypeDecides(String type, String items, String kind, String expected) {
    Type actual = FieldTypes.of(declared(type, items, kind));
    assertThat(actual.text()).isEqualTo(expected);
    assertThat(Type.parse(expected)).isEqualTo(actual);
  }

  @Test
  void unknownTypeTextIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Type.parse("list<blob>"))
        .withMessage("unknown column type 'blob'");
  }
}
