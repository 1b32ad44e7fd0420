package dev.sluice.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request as received: decoded path and query, headers by lower-case name, the whole body. */
public final class Request {
  private final String method;
  private final String path;
  private final Map<String, List<String>> query;
  private final Map<String, String> headers;
  private final byte[] body;

  public Request(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, String> headers,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body.clone();
  }

  public String method() {
    return method;
  }

  /** The decoded path, without the query. */
  public String path() {
    return path;
  }

  /** The value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst();
  }

  /** All values of a repeated query parameter, in order. */
  public List<String> parameters(String name) {
    return query.getOrDefault(name, List.of());
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same request below another root, for servers that live under a context path. */
  public Request withPath(String newPath) {
    return new Request(method, newPath, query, headers, body);
  }
}
