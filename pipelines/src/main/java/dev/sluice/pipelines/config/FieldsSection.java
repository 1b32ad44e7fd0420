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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code fields}. */
final class FieldsSection {

  private static final List<String> REACTIONS = List.of("alert", "record", "fail");
  private static final String FOLLOW = "follow";
  private static final String NEW_COLUMN = "new-column";

  private static final Key<String> NAMING =
      Key.of("naming", Scalars.choice("friendly"), "How columns are named: after their fields.")
          .standing("friendly");
  private static final Key<String> EXTRA =
      Key.of("extra", Scalars.choice("unmapped"), "What column extra holds: all without a column.")
          .standing("unmapped");
  private static final Key<Map<String, String>> COLUMNS =
      Key.of(
              "columns",
              Structures.named("customfield_.*", "[a-z_][a-z0-9_]{0,127}"),
              "The columns of single fields, by the id of the field.")
          .suchAs("{customfield_10042: campaign_budget}");
  private static final Key<String> ON_RENAME =
      Key.of(
              "on-rename",
              Scalars.choice("keep-column", FOLLOW),
              "Whether a field that is renamed in Jira keeps its column.")
          .standing("keep-column");
  private static final Key<String> ON_RECREATE =
      Key.of(
              "on-recreate",
              Scalars.choice("take-over", NEW_COLUMN),
              "Whether a field that was deleted and created again goes on with its old column.")
          .standing("take-over");
  private static final Key<List<String>> INCLUDE =
      names("include", "The only custom fields that get columns", "Campaign*");
  private static final Key<List<String>> EXCLUDE =
      names("exclude", "Custom fields that get none", "customfield_10049");
  private static final Key<List<String>> WATCH =
      names("watch", "Fields of which every change is an alert", "*budget*");
  private static final Key<Boolean> FREEZE =
      Key.of(
              "freeze",
              Scalars.flag(),
              "End a run with 65 when anything about the columns would change.")
          .standing("false");
  private static final Map<Kind, Key<String>> REACTION =
      Arrays.stream(Kind.values())
          .collect(
              Collectors.toMap(
                  kind -> kind,
                  FieldsSection::reaction,
                  (a, b) -> a,
                  () -> new EnumMap<>(Kind.class)));
  private static final Key<Section> CHANGES =
      Key.of(
          "changes",
          Structures.mapping(Keys.of(List.copyOf(REACTION.values()))),
          "What to do about changes of fields, by their kind.");

  static final Keys KEYS =
      Keys.of(
          NAMING, EXTRA, COLUMNS, ON_RENAME, ON_RECREATE, INCLUDE, EXCLUDE, CHANGES, FREEZE, WATCH);

  private FieldsSection() {}

  static FieldsConfig read(Section fields) {
    // There is one way so far; another word is a mistake.
    List.of(NAMING, EXTRA).forEach(fields::get);
    Map<String, String> columns = fields.get(COLUMNS).orElse(Map.of());
    columns.forEach((id, column) -> check(fields, id, column));
    OnRename onRename =
        fields
            .get(ON_RENAME)
            .map(word -> word.equals(FOLLOW) ? OnRename.FOLLOW : OnRename.KEEP_COLUMN)
            .orElse(OnRename.KEEP_COLUMN);
    OnRecreate onRecreate =
        fields
            .get(ON_RECREATE)
            .map(word -> word.equals(NEW_COLUMN) ? OnRecreate.NEW_COLUMN : OnRecreate.TAKE_OVER)
            .orElse(OnRecreate.TAKE_OVER);
    FieldSelection selection =
        new FieldSelection(patterns(fields, INCLUDE), patterns(fields, EXCLUDE));
    DriftPolicy policy =
        new DriftPolicy(
            reactions(fields.section(CHANGES)),
            fields.get(FREEZE).orElse(false),
            patterns(fields, WATCH));
    fields.finish();
    return new FieldsConfig(new NamingRules(columns, onRename, onRecreate), selection, policy);
  }

  private static List<NamePattern> patterns(Section fields, Key<List<String>> key) {
    return fields.list(key).stream().map(NamePattern::new).toList();
  }

  private static Map<Kind, Reaction> reactions(Section changes) {
    Map<Kind, Reaction> reactions = new EnumMap<>(Kind.class);
    REACTION.forEach(
        (kind, key) ->
            changes
                .get(key)
                .map(word -> Reaction.valueOf(word.toUpperCase(Locale.ROOT)))
                .ifPresent(reaction -> reactions.put(kind, reaction)));
    changes.finish();
    return reactions;
  }

  private static Key<List<String>> names(String name, String says, String example) {
    return Key.of(
            name, Structures.texts(), says + "; names or ids, in which * stands for any letters.")
        .suchAs("[\"" + example + "\"]");
  }

  private static Key<String> reaction(Kind kind) {
    return Key.of(
            kind.word(),
            Scalars.choice(REACTIONS),
            "What to do when a field is "
                + kind.word()
                + ": tell it, only write it down, or end with 65.")
        .standing(DriftPolicy.DEFAULT.reaction(kind).name().toLowerCase(Locale.ROOT));
  }

  private static void check(Section fields, String id, String column) {
    if (!id.startsWith("customfield_")) {
      fields.problem(COLUMNS, "'" + id + "' is no field id such as customfield_10042");
    }
    Tables.columnNames()
        .refusal(column)
        .ifPresent(reason -> fields.problem(COLUMNS, "'" + column + "' " + reason));
  }
}
