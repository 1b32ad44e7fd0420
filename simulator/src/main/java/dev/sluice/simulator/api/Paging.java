package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A window into a list, by {@code startAt} and {@code maxResults}.
 *
 * @param startAt within the list
 * @param maxResults as lowered by the endpoint
 */
record Paging(int startAt, int maxResults) {
  static Paging of(Call call, int otherwise, int most) {
    int asked = call.number("maxResults", otherwise);
    return new Paging(
        Math.max(0, call.number("startAt", 0)), asked < 0 ? most : Math.min(asked, most));
  }

  <T> List<T> window(List<T> all) {
    int from = Math.min(startAt, all.size());
    return all.subList(from, from + Math.min(maxResults, all.size() - from));
  }

  boolean last(List<?> all) {
    return (long) startAt + maxResults >= all.size();
  }

  /** The form most paged endpoints answer in. */
  Response beans(String self, List<? extends JsonNode> all, TreeWriter tree) {
    return beans(Optional.of(self), OptionalInt.of(all.size()), all, tree);
  }

  Response beans(
      Optional<String> self, OptionalInt total, List<? extends JsonNode> all, TreeWriter tree) {
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          if (self.isPresent()) {
            generator.writeStringField("self", self.get());
          }
          generator.writeNumberField("maxResults", maxResults);
          generator.writeNumberField("startAt", startAt);
          if (total.isPresent()) {
            generator.writeNumberField("total", total.getAsInt());
          }
          generator.writeBooleanField("isLast", last(all));
          generator.writeFieldName("values");
          tree.writeAll(generator, window(all));
          generator.writeEndObject();
        });
  }
}
