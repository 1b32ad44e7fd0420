package dev.sluice.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One answer: status, headers, body, and how faithfully the network delivers it. */
public final class Response {
  /** What becomes of the answer on its way. */
  public enum Delivery {
    COMPLETE,
    /** Half of the body arrives, then the connection closes. */
    TRUNCATED,
    /** Nothing arrives: the connection is reset. */
    RESET
  }

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Delivery delivery;

  private Response(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.delivery = delivery;
  }

  /** Takes ownership of the body: it is not copied. */
  public static Response json(int status, byte[] body) {
    return of(status, "application/json;charset=UTF-8", body);
  }

  public static Response json(int status, String body) {
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("Content-Type", contentType), body, Delivery.COMPLETE);
  }

  public static Response html(int status, String body) {
    return of(status, "text/html;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one header set or replaced. */
  public Response withHeader(String name, String value) {
    Map<String, String> extended = new LinkedHashMap<>(headers);
    extended.put(name, value);
    return new Response(status, Collections.unmodifiableMap(extended), body, delivery);
  }

  public Response withBody(byte[] newBody) {
    return new Response(status, headers, newBody.clone(), delivery);
  }

  public Response withDelivery(Delivery newDelivery) {
    return new Response(status, headers, body, newDelivery);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  public Delivery delivery() {
    return delivery;
  }

  /** The body itself, for the connection that writes it: pages are large and a copy is felt. */
  byte[] rawBody() {
    return body;
  }
}
