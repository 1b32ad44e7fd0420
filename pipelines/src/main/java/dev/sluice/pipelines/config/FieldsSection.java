package dev.sluice.pipelines.config;

import dev.sluice.schemas.field.DriftPolicy;
import dev.sluice.schemas.field.FieldSelection;
import dev.sluice.schemas.field.NamePattern;
import dev.sluice.schemas.field.NamingRules;
import dev.sluice.schemas.field.OnRecreate;
import dev.sluice.schemas.field.OnRename;
import dev.sluice.schemas.field.Reaction;
import dev.sluice.schemas.field.SchemaChange.Kind;
import dev.sluice.schemas.table.Tables;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code fields}. */
final class FieldsSection {

  private static final List<String> REACTIONS = List.of("alert", "record", "fail");

  private FieldsSection() {}

  static FieldsConfig read(Section fields) {
    fields.choice("naming", List.of("friendly"));
    fields.choice("extra", List.of("unmapped"));
    Map<String, String> columns = fields.textByName("columns");
    columns.forEach((id, column) -> check(fields, id, column));
    OnRename onRename =
        fields
            .choice("on-rename", List.of("keep-column", "follow"))
            .map(word -> word.equals("follow") ? OnRename.FOLLOW : OnRename.KEEP_COLUMN)
            .orElse(OnRename.KEEP_COLUMN);
    OnRecreate onRecreate =
        fields
            .choice("on-recreate", List.of("take-over", "new-column"))
            .map(word -> word.equals("new-column") ? OnRecreate.NEW_COLUMN : OnRecreate.TAKE_OVER)
            .orElse(OnRecreate.TAKE_OVER);
    FieldSelection selection =
        new FieldSelection(patterns(fields, "include"), patterns(fields, "exclude"));
    DriftPolicy policy =
        new DriftPolicy(
            reactions(fields.section("changes")),
            fields.flag("freeze").orElse(false),
            patterns(fields, "watch"));
    fields.finish();
    return new FieldsConfig(new NamingRules(columns, onRename, onRecreate), selection, policy);
  }

  private static List<NamePattern> patterns(Section fields, String key) {
    return fields.texts(key).stream().map(NamePattern::new).toList();
  }

  private static Map<Kind, Reaction> reactions(Section changes) {
    Map<Kind, Reaction> reactions = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      changes
          .choice(kind.word(), REACTIONS)
          .map(word -> Reaction.valueOf(word.toUpperCase(Locale.ROOT)))
          .ifPresent(reaction -> reactions.put(kind, reaction));
    }
    changes.finish();
    return reactions;
  }

  private static void check(Section fields, String id, String column) {
    if (!id.startsWith("customfield_")) {
      fields.problem("columns", "'" + id + "' is no field id such as customfield_10042");
    }
    Tables.columnNames()
        .refusal(column)
        .ifPresent(reason -> fields.problem("columns", "'" + column + "' " + reason));
  }
}
