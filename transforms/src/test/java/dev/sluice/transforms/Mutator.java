package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.issue.IssueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Changes JSON at random, the same way for the same seed: its structure, or its bytes. */
final class Mutator {

  /** Values that some program has once mistaken for others. */
  private static final List<JsonNode> ODD =
      parsed(
          "null",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "true",
          "false",
          "0",
          "-1",
          "3.0",
          "1e21",
          "1e400",
          "-1e400",
          "1e-400",
          "99999999999999999999999",
          "0.1000000000000000000000001",
          "\"NaN\"",
          "\"Infinity\"",
          "\"1e5\"",
          "\"12\"",
          "[null]",
          "[[]]",
          "{\"\":\"\"}",
          "{\"id\":null}",
          "{\"id\":{\"id\":1}}",
          "{\"id\":5,\"name\":7}",
          "{\"value\":\"v\",\"child\":{}}",
          "\"2026-02-30\"",
          "\"2026-02-28T25:61:00.000+0000\"",
          "\"51502-01-01T00:00:00.000+0000\"",
          "\"2026-01-01 10:00Z\"",
          "\"2026-01-01T10:00:00.123456789-1234\"",
          "1795514520000",
          "-99999999999999",
          "\"0000-00-00\"",
          "\"2026-01-01\"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800x\"",
          "\"\\ufeff\\u202e\"",
          "\"<b>&amp;</b>\"",
          "\"com.atlassian.greenhopper.service.sprint.Sprint@1[id=,name=a=b,]c,state=<null>]\"",
          "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"?\",\"content\":7}]}",
          "{\"type\":\"doc\",\"content\":{\"type\":\"text\"}}",
          "{\"total\":-1}",
          "{\"total\":\"many\",\"comments\":{}}",
          "{\"histories\":[7,null,{\"items\":{}}]}");

  private static final List<String> NAMES =
      List.of("id", "key", "fields", "total", "items", "type", "content", "", "\u0000", "created");

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  /** Changes one place of the tree that lies below none of the kept paths, and is none of them. */
  JsonNode changed(JsonNode original, Set<String> kept) {
    JsonNode tree = original.deepCopy();
    List<Place> places = new ArrayList<>();
    collect(tree, "", kept, places);
    change(places.get(random.nextInt(places.size())));
    return tree;
  }

  /** Changes a few bytes. */
  byte[] garbled(byte[] original) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) random.nextInt(256);
        case 3 -> bytes = spliced(bytes, at, "\",:{}[]\\0".charAt(random.nextInt(9)));
        case 4 ->
            Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(9)), (byte) 0);
        default -> bytes = doubled(bytes, at, Math.min(bytes.length, at + random.nextInt(200)));
      }
    }
    return bytes;
  }

  private record Place(ContainerNode<?> parent, String name, int index) {}

  private static void collect(JsonNode node, String path, Set<String> kept, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String below = path + "/" + member.getKey();
        if (!kept.contains(below)) {
          places.add(new Place(object, member.getKey(), -1));
        }
        collect(member.getValue(), below, kept, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, "", i));
        collect(array.get(i), path + "/" + i, kept, places);
      }
    }
  }

  private void change(Place place) {
    if (place.parent() instanceof ObjectNode object) {
      change(object, place.name());
    } else if (place.parent() instanceof ArrayNode array) {
      change(array, place.index());
    }
  }

  private void change(ObjectNode object, String name) {
    switch (random.nextInt(10)) {
      case 0 -> object.remove(name);
      case 1 -> {
        // Another name that is free: one that is taken would change a second place.
        String other = NAMES.get(random.nextInt(NAMES.size()));
        JsonNode value = object.remove(name);
        object.set(object.has(other) ? name + "_" : other, value);
      }
      case 2 -> object.putArray(name).add(object.get(name).deepCopy());
      case 3 -> object.set(name, first(object.get(name)));
      default -> object.set(name, odd());
    }
  }

  private void change(ArrayNode array, int index) {
    switch (random.nextInt(6)) {
      case 0 -> array.remove(index);
      case 1 -> array.add(array.get(index).deepCopy());
      case 2 -> array.set(index, first(array.get(index)));
      default -> array.set(index, odd());
    }
  }

  private JsonNode odd() {
    int dice = random.nextInt(2_000);
    if (dice == 0) {
      return IssueJson.mapper().getNodeFactory().textNode("x\u0000\ud83d".repeat(400_000));
    }
    if (dice < 20) {
      return nested(dice == 1 ? 4_000 : 300);
    }
    return ODD.get(random.nextInt(ODD.size()));
  }

  private JsonNode nested(int levels) {
    boolean lists = random.nextBoolean();
    return parsed(
            lists
                ? "[".repeat(levels) + "]".repeat(levels)
                : "{\"content\":".repeat(levels) + "1" + "}".repeat(levels))
        .get(0);
  }

  private static JsonNode first(JsonNode node) {
    return node.isContainerNode() && !node.isEmpty() ? node.iterator().next().deepCopy() : node;
  }

  private static byte[] spliced(byte[] bytes, int at, char inserted) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
    longer[at] = (byte) inserted;
    return longer;
  }

  private static byte[] doubled(byte[] bytes, int from, int to) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + to - from);
    System.arraycopy(bytes, from, longer, to, bytes.length - from);
    return longer;
  }

  private static List<JsonNode> parsed(String... values) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      for (String value : values) {
        nodes.add(IssueJson.mapper().readTree(value.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nodes;
  }
}
