package dev.sluice.schemas.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FieldCatalogueTest {

  @Test
  void readsBothEditionsAndIgnoresWhatItDoesNotKnow() throws JsonProcessingException {
    FieldCatalogue catalogue =
        parse(
            """
            [{"id":"customfield_20","key":"customfield_20","name":"Storypunkte","untranslatedName":"Story Points",
              "custom":true,"scope":{"type":"PROJECT","project":{"id":"10001"}},
              "schema":{"type":"number","custom":"com.atlassian.jira:float","customId":20,"configuration":{"a":1}}},
             {"id":"customfield_3","name":"Sprint","custom":true,"clauseNames":["cf[3]"],
              "schema":{"type":"array","items":"string","custom":"com.pyxis.greenhopper.jira:gh-sprint"}},
             {"id":"issuekey","name":"Key","custom":false},
             {"name":"without an id"},
             {"id":"customfield_4","name":"","custom":true,"schema":null}]
            """);
    assertThat(catalogue.fields())
        .extracting(JiraField::id)
        .containsExactly("customfield_3", "customfield_4", "customfield_20", "issuekey");
    JiraField points = catalogue.fields().get(2);
    assertThat(points.name()).isEqualTo("Storypunkte");
    assertThat(points.scopeProjectId()).contains("10001");
    assertThat(points.typeInWords()).isEqualTo("number, float");
    assertThat(catalogue.fields().get(0).typeInWords()).isEqualTo("array<string>, gh-sprint");
    assertThat(catalogue.fields().get(1).name()).isEqualTo("customfield_4");
    assertThat(catalogue.fields().get(3).schemaType()).isEqualTo(Optional.empty());
    assertThat(catalogue.custom()).hasSize(3);
  }

  @Test
  void anAnswerThatIsNoListIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> parse("{\"errorMessages\":[]}"));
  }

  private static FieldCatalogue parse(String json) throws JsonProcessingException {
    return FieldCatalogue.parse(new ObjectMapper().readTree(json));
  }
}
