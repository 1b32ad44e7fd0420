package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.jql.Clause;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Query;
import java.util.List;

/** Cloud's {@code /jql/parse}: says of every query how it is built, or what is wrong with it. */
record JqlResource(ServedSite jira) {
  Response parse(Call call) {
    JsonNode queries = call.body().path("queries");
    if (!queries.isArray() || queries.isEmpty()) {
      throw ApiException.invalidPayload();
    }
    String validation = call.text("validation");
    ObjectNode body = JsonBody.MAPPER.createObjectNode();
    ArrayNode parsed = body.putArray("queries");
    queries.forEach(query -> parse(call, query.asText(), validation, parsed.addObject()));
    return JsonBody.ok(body, jira.tree());
  }

  private void parse(Call call, String jql, String validation, ObjectNode result) {
    result.put("query", jql);
    try {
      Query query = Query.parse(jql);
      ObjectNode structure = result.putObject("structure");
      query.restriction().ifPresent(clause -> structure.set("where", clause(clause)));
      if (!query.order().isEmpty()) {
        ArrayNode order = structure.putObject("orderBy").putArray("fields");
        query.order().forEach(sort -> order.add(sort(sort)));
      }
      if (!validation.equals("none")) {
        jira.search().check(call.searched(), jql);
      }
    } catch (JqlException refused) {
      String list = validation.equals("warn") && result.has("structure") ? "warnings" : "errors";
      if (list.equals("errors")) {
        result.remove("structure");
      }
      refused.messages().forEach(result.putArray(list)::add);
    }
  }

  private static ObjectNode sort(Query.Sort sort) {
    ObjectNode json = JsonBody.MAPPER.createObjectNode();
    json.putObject("field").put("name", sort.field());
    json.put("direction", sort.descending() ? "desc" : "asc");
    return json;
  }

  private static ObjectNode clause(Clause clause) {
    ObjectNode json = JsonBody.MAPPER.createObjectNode();
    if (clause instanceof Clause.And and) {
      return compound(json, "and", and.clauses());
    }
    if (clause instanceof Clause.Or or) {
      return compound(json, "or", or.clauses());
    }
    Clause.Condition condition = (Clause.Condition) clause;
    json.putObject("field").put("name", condition.field());
    json.put("operator", condition.operator().symbol());
    if (condition.operator().historical()) {
      json.putArray("predicates");
    }
    json.set("operand", operand(condition.operand()));
    return json;
  }

  private static ObjectNode compound(ObjectNode json, String operator, List<Clause> clauses) {
    json.put("operator", operator);
    ArrayNode inner = json.putArray("clauses");
    clauses.forEach(clause -> inner.add(clause(clause)));
    return json;
  }

  private static ObjectNode operand(Operand operand) {
    ObjectNode json = JsonBody.MAPPER.createObjectNode();
    if (operand instanceof Operand.Value value) {
      json.put("value", value.text());
    } else if (operand instanceof Operand.Call call) {
      json.put("function", call.function());
      call.arguments().forEach(json.putArray("arguments")::add);
    } else if (operand instanceof Operand.Several several) {
      ArrayNode values = json.putArray("values");
      several.operands().forEach(element -> values.add(operand(element)));
    } else {
      json.put("keyword", "empty");
    }
    return json;
  }
}
