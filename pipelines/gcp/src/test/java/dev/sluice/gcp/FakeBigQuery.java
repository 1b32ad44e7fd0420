package dev.sluice.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.gcp.Loopback.Answer;
import dev.sluice.gcp.Loopback.Call;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes requests as BigQuery does: keeps what is told of tables, views and jobs, and runs nothing.
 * Any dataset is there, in {@code EU}.
 */
final class FakeBigQuery implements Loopback.Answering {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VIEW =
      Pattern.compile(
          "CREATE OR REPLACE VIEW `[^`]*\\.(\\w+)\\.(\\w+)`\\s+OPTIONS \\(labels = ([^]]*)");
  private static final Pattern LABEL = Pattern.compile("\\('(\\w+)', '(\\w+)'\\)");

  private final Map<String, ObjectNode> tables = new TreeMap<>();
  private final Map<String, ObjectNode> jobs = new HashMap<>();
  private Function<JsonNode, String> failing = job -> "";
  private long rowsLoaded = 1;
  private long doubled;

  /** Each load job is said to have loaded so many rows. */
  FakeBigQuery loading(long rows) {
    rowsLoaded = rows;
    return this;
  }

  /** So many keys are said to occur twice. */
  FakeBigQuery withDoubledKeys(long keys) {
    doubled = keys;
    return this;
  }

  /** Jobs end as {@code failure} says: well when it says nothing, else {@code reason: message}. */
  FakeBigQuery failing(Function<JsonNode, String> failure) {
    failing = failure;
    return this;
  }

  /** Puts a table or view there. */
  FakeBigQuery with(String dataset, String name, String json) {
    tables.put(dataset + "." + name, read(json));
    return this;
  }

  @Override
  public synchronized Answer to(Call call) {
    List<String> path =
        List.of(call.path().substring("/bigquery/v2/projects/".length()).split("/"));
    return switch (path.get(1)) {
      case "jobs" -> path.size() == 2 ? inserted(read(call.body())) : Answer.ok(job(path.get(2)));
      case "queries" -> Answer.ok(rows());
      default -> {
        String dataset = path.get(2);
        if (path.size() == 3) {
          yield Answer.ok("{\"location\": \"EU\"}");
        }
        yield path.size() == 4 ? tables(call, dataset) : table(call, dataset + "." + path.get(4));
      }
    };
  }

  private Answer tables(Call call, String dataset) {
    if (call.method().equals("POST")) {
      ObjectNode table = read(call.body());
      String name = dataset + "." + table.at("/tableReference/tableId").asText();
      return tables.putIfAbsent(name, table.put("type", "TABLE")) == null
          ? Answer.ok(table)
          : Answer.error(409, "duplicate", "Already Exists");
    }
    ArrayNode listed = JSON.createArrayNode();
    tables.forEach(
        (name, table) -> {
          if (name.startsWith(dataset + ".")) {
            ObjectNode item = JSON.createObjectNode();
            item.set("tableReference", reference(name.substring(dataset.length() + 1)));
            item.set("type", table.path("type"));
            item.set("labels", table.path("labels"));
            listed.add(item);
          }
        });
    return Answer.ok(JSON.createObjectNode().set("tables", listed));
  }

  private Answer table(Call call, String name) {
    ObjectNode table = tables.get(name);
    if (table == null) {
      return Answer.error(404, "notFound", "Not found");
    }
    switch (call.method()) {
      case "PATCH" -> table.setAll(read(call.body()));
      case "DELETE" -> tables.remove(name);
      default -> {}
    }
    return Answer.ok(table.set("tableReference", reference(name.substring(name.indexOf('.') + 1))));
  }

  private static ObjectNode reference(String table) {
    return JSON.createObjectNode().put("tableId", table);
  }

  private Answer inserted(ObjectNode job) {
    String id = job.at("/jobReference/jobId").asText("unnamed_" + jobs.size());
    if (jobs.containsKey(id)) {
      return Answer.error(409, "duplicate", "Already Exists");
    }
    ((ObjectNode) job.path("jobReference")).put("jobId", id);
    String failure = failing.apply(job);
    ObjectNode status = job.putObject("status").put("state", "DONE");
    if (!failure.isEmpty()) {
      String[] told = failure.split(": ", 2);
      status.putObject("errorResult").put("reason", told[0]).put("message", told[1]);
    } else {
      job.putObject("statistics").putObject("load").put("outputRows", Long.toString(rowsLoaded));
      keepView(job.at("/configuration/query/query").asText());
    }
    jobs.put(id, job);
    return Answer.ok(job);
  }

  private void keepView(String sql) {
    Matcher view = VIEW.matcher(sql);
    if (view.find()) {
      ObjectNode labels = JSON.createObjectNode();
      LABEL.matcher(view.group(3)).results().forEach(it -> labels.put(it.group(1), it.group(2)));
      ObjectNode made = JSON.createObjectNode().put("type", "VIEW");
      made.set("labels", labels);
      tables.put(view.group(1) + "." + view.group(2), made);
    }
  }

  private ObjectNode job(String id) {
    return jobs.getOrDefault(id, JSON.createObjectNode());
  }

  private ObjectNode rows() {
    return read("{\"rows\": [{\"f\": [{\"v\": \"comment\"}, {\"v\": \"" + doubled + "\"}]}]}");
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
