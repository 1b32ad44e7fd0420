package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An endpoint refuses: the answer is an error in one of Jira's forms. */
final class ApiException extends RuntimeException {
  private final transient Response response;

  private ApiException(String message, Response response) {
    super(message);
    this.response = response;
  }

  Response response() {
    return response;
  }

  static ApiException of(int status, List<String> messages) {
    ObjectNode body = JsonBody.MAPPER.createObjectNode();
    messages.forEach(body.putArray("errorMessages")::add);
    body.putObject("errors");
    return new ApiException(String.join(" ", messages), Response.json(status, body.toString()));
  }

  static ApiException badRequest(String message) {
    return of(400, List.of(message));
  }

  static ApiException notFound(String message) {
    return of(404, List.of(message));
  }

  static ApiException invalidPayload() {
    return badRequest(
        "Invalid request payload. Refer to the REST API documentation and try again.");
  }

  static ApiException issueNotFound() {
    return notFound("Issue does not exist or you do not have permission to see it.");
  }

  /** Cloud says this as RFC 7807 problem details. */
  static ApiException unsupportedMediaType(String type) {
    ObjectNode body = JsonBody.MAPPER.createObjectNode();
    body.put("type", "about:blank");
    body.put("title", "Unsupported Media Type");
    body.put("status", 415);
    body.put("detail", "Content-Type '" + type + "' is not supported.");
    return new ApiException(
        "unsupported media type",
        Response.of(
            415, "application/problem+json", body.toString().getBytes(StandardCharsets.UTF_8)));
  }

  static ApiException unauthorized() {
    ObjectNode body = JsonBody.MAPPER.createObjectNode();
    body.put("message", "Client must be authenticated to access this resource.");
    body.put("status-code", 401);
    return new ApiException(
        "unauthorized",
        Response.json(401, body.toString())
            .withHeader("WWW-Authenticate", "OAuth realm=\"https%3A%2F%2Fjira\""));
  }
}
