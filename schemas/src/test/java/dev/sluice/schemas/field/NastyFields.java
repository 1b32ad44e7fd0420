package dev.sluice.schemas.field;

import static dev.sluice.schemas.field.FieldsUnderTest.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields as nobody would call them who has to query them, and administrators without mercy. */
final class NastyFields {

  static final Set<String> RESERVED = Set.of("id", "key", "status", "extra", "_site");

  private static final List<String> TYPES = List.of("string", "number", "option", "any", "date");
  private static final List<String> PIECES =
      List.of(
          "Cost",
          "cost",
          "€",
          " ",
          "-",
          "_",
          "__",
          "1",
          "2",
          "10",
          "Key",
          "STATUS",
          "_TABLE_",
          "_PARTITIONTIME",
          "é",
          "е",
          "日本",
          "🚀",
          "x".repeat(300),
          "customfield",
          "\u0000",
          "\u0130",
          "ß",
          "number",
          "Order",
          "Group",
          "double",
          "\u202e",
          "e\u0301",
          "ﬁ");

  private final Random random;
  private long next = 20_000;

  NastyFields(long seed) {
    random = new Random(seed);
  }

  /** So many fields with different ids, some of them of one project only. */
  List<JiraField> fields(int count) {
    return random
        .longs(1, 5_000)
        .distinct()
        .limit(count)
        .mapToObj(number -> custom(number, name(), type()))
        .map(field -> random.nextInt(8) == 0 ? scoped(field) : field)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Eight times one of everything that can happen to a field. */
  void change(Map<String, JiraField> site) {
    for (int i = 0; i < 8; i++) {
      String id = "customfield_" + (10_000L + random.nextInt(60));
      JiraField known = site.get(id);
      switch (random.nextInt(6)) {
        case 0 -> site.remove(id);
        case 1 -> {
          if (known != null) {
            site.remove(id);
            add(site, custom(next++, known.name(), known.schemaType().orElseThrow()));
          }
        }
        case 2 ->
            add(
                site,
                custom(id, name(), known == null ? type() : known.schemaType().orElseThrow()));
        case 3 -> add(site, custom(id, known == null ? name() : known.name(), type()));
        default -> add(site, custom(id, name(), type()));
      }
    }
  }

  private static void add(Map<String, JiraField> site, JiraField field) {
    site.put(field.id(), field);
  }

  private String type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      name.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return name.toString();
  }

  private static JiraField scoped(JiraField field) {
    return new JiraField(
        field.id(),
        field.name(),
        true,
        field.schemaType(),
        field.schemaItems(),
        field.schemaCustom(),
        field.schemaSystem(),
        Optional.of("10001"));
  }
}
