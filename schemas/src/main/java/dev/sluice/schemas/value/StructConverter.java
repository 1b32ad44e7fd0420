package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sluice.schemas.type.Member;
import dev.sluice.schemas.type.Struct;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Objects by their members; members Jira adds are ignored. */
final class StructConverter implements Converter {

  private final Schema schema;
  private final String[][] sources;
  private final Converter[] members;

  private StructConverter(Schema schema, String[][] sources, Converter[] members) {
    this.schema = schema;
    this.sources = sources;
    this.members = members;
  }

  static StructConverter of(Struct struct, Schema schema) {
    List<Member> declared = struct.members();
    String[][] sources = new String[declared.size()][];
    Converter[] members = new Converter[declared.size()];
    for (int i = 0; i < members.length; i++) {
      sources[i] = declared.get(i).sources().toArray(String[]::new);
      members[i] = Converter.of(declared.get(i).type(), schema.getFields().get(i).schema());
    }
    return new StructConverter(schema, sources, members);
  }

  /** An object none of whose members is known says nothing this record could hold: a misfit. */
  @Override
  public @Nullable Object convert(JsonNode value) {
    if (!value.isObject() || value.isEmpty()) {
      return ScalarConverters.emptyOrMisfit(value);
    }
    GenericData.Record struct = new GenericData.Record(schema);
    boolean known = false;
    for (int i = 0; i < members.length; i++) {
      Object member = members[i].convert(first(value, sources[i]));
      if (member == MISFIT) {
        return MISFIT;
      }
      struct.put(i, member);
      known |= member != null;
    }
    return known ? struct : MISFIT;
  }

  private static JsonNode first(JsonNode object, String[] names) {
    for (String name : names) {
      JsonNode node = object.path(name);
      if (!node.isMissingNode() && !node.isNull()) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }
}
