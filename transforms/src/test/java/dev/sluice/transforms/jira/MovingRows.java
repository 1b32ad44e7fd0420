package dev.sluice.transforms.jira;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.reverseOrder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A Data Center whose search result changes between two requests: rows in the order of their times
 * and keys, served by offset. Before each request but the first, something may happen to them.
 */
final class MovingRows implements Exchange {

  /** A row; its stamp is where it stands. */
  record Row(int id, long stamp) {}

  private final TreeMap<Row, Row> rows =
      new TreeMap<>(Comparator.comparingLong(Row::stamp).thenComparingInt(Row::id));
  private final List<Integer> offsets = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private Consumer<MovingRows> meanwhile = moving -> {};
  private int mostRows = Integer.MAX_VALUE;
  private int window = Integer.MAX_VALUE;
  private long now = 1_000_000;
  private boolean tiesReversed;

  /** Rows 0 to {@code count}, one an instant. */
  MovingRows(int count) {
    for (int id = 0; id < count; id++) {
      put(new Row(id, id));
    }
  }

  MovingRows meanwhile(Consumer<MovingRows> change) {
    meanwhile = change;
    return this;
  }

  MovingRows serving(int most) {
    mostRows = most;
    return this;
  }

  MovingRows showing(int most) {
    window = most;
    return this;
  }

  void put(Row row) {
    rows.put(row, row);
  }

  /** Takes a row away: deleted, or edited out of a range that ends in the past. */
  void remove(int id) {
    rows.keySet().removeIf(row -> row.id() == id);
  }

  /** Edits a row of an open range: it becomes the last. */
  void edit(int id) {
    remove(id);
    put(new Row(id, now++));
  }

  /** Answers, from now on, rows of one stamp in the other order. */
  void reverseTies(boolean reversed) {
    tiesReversed = reversed;
  }

  boolean has(int id) {
    return rows.keySet().stream().anyMatch(row -> row.id() == id);
  }

  List<Integer> ids() {
    return rows.keySet().stream().map(Row::id).toList();
  }

  /** How many requests came before the one that is answered now. */
  int requests() {
    return offsets.size();
  }

  List<Integer> offsets() {
    return offsets;
  }

  List<Integer> sizes() {
    return sizes;
  }

  /** The ids in the order in which they came; each page is asked for {@code pageSize} issues. */
  List<Integer> walk(int pageSize) {
    IssuePages pages =
        new OffsetPages(
            this,
            "/search",
            new SearchRequest(
                "updated >= 0 ORDER BY updated ASC, key ASC",
                List.of("*all"),
                List.of(),
                pageSize));
    List<Integer> ids = new ArrayList<>();
    for (Optional<IssuePage> page = pages.next(); page.isPresent(); page = pages.next()) {
      page.get().issues().forEach(json -> ids.add(id(json)));
    }
    return ids;
  }

  @Override
  @SuppressWarnings("unchecked") // a search is all that is asked for here
  public <T> Outcome<T> send(Call<T> call) {
    if (!offsets.isEmpty()) {
      meanwhile.accept(this);
    }
    JsonNode body = tree(call.json().orElseThrow());
    int startAt = body.path("startAt").asInt();
    int most = body.path("maxResults").asInt();
    offsets.add(startAt);
    sizes.add(most);
    if (startAt + most > window) {
      return new Outcome.Refused<>(new Problem("Search limit exceeded", ""), 400);
    }
    List<byte[]> page =
        ordered().stream()
            .skip(startAt)
            .limit(Math.min(most, mostRows))
            .map(MovingRows::json)
            .toList();
    return (Outcome<T>)
        new Outcome.Page<>(
            new SearchAnswer(
                new IssuePage(page, Instant.EPOCH, 1),
                Optional.empty(),
                OptionalLong.of(rows.size()),
                List.of()));
  }

  private List<Row> ordered() {
    List<Row> all = new ArrayList<>(rows.keySet());
    if (tiesReversed) {
      all.sort(Comparator.comparingLong(Row::stamp).thenComparing(Row::id, reverseOrder()));
    }
    return all;
  }

  private static byte[] json(Row row) {
    return "{\"id\":\"%d\",\"fields\":{\"updated\":\"%d\"}}"
        .formatted(row.id(), row.stamp())
        .getBytes(UTF_8);
  }

  private static int id(byte[] json) {
    return Integer.parseInt(IssueGlance.id(json).orElseThrow());
  }

  private static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
