package dev.sluice.pipelines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The ways in which a server, a proxy or the net between can fail. */
final class Misdeeds {

  private static final String HTML = "<html><head><title>Back soon</title></head></html>";

  private Misdeeds() {}

  /** What passes: each is over when the same is asked again. */
  static Map<String, HostileProxy.Misdeed> passing() {
    Map<String, HostileProxy.Misdeed> all = new LinkedHashMap<>();
    all.put("reset", (request, jira, client) -> reset(client));
    all.put(
        "reset in the body",
        (request, jira, client) -> {
          half(client, "Content-Length: " + jira.answer().body().length, jira.answer().body());
          return reset(client);
        });
    all.put(
        "silence in the body",
        (request, jira, client) -> {
          half(client, "Content-Length: " + jira.answer().body().length, jira.answer().body());
          return untilHungUp(client);
        });
    all.put("silence", silence());
    all.put(
        "less than its length",
        (request, jira, client) ->
            half(client, "Content-Length: " + jira.answer().body().length, jira.answer().body()));
    all.put(
        "cut without a length",
        (request, jira, client) -> half(client, "Connection: close", jira.answer().body()));
    all.put(
        "cut with the length of the rest",
        (request, jira, client) -> {
          byte[] body = jira.answer().body();
          return half(client, "Content-Length: " + body.length / 2, body);
        });
    all.put(
        "cut gzip",
        (request, jira, client) -> {
          byte[] zipped = zipped(jira.answer().body());
          return half(
              client, "Content-Encoding: gzip\r\nContent-Length: " + zipped.length / 2, zipped);
        });
    all.put(
        "garbled chunks",
        (request, jira, client) -> {
          write(
              client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", none());
          return false;
        });
    all.put("maintenance", page(200));
    for (int status : new int[] {408, 500, 502, 503, 504}) {
      all.put(Integer.toString(status), page(status));
    }
    return all;
  }

  /** No answer, for as long as the client waits for one. */
  static HostileProxy.Misdeed silence() {
    return (request, jira, client) -> untilHungUp(client);
  }

  /** A page of HTML with a status. */
  static HostileProxy.Misdeed page(int status, String... headers) {
    return (request, jira, client) ->
        send(client, status, withType("text/html", headers), HTML.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer in JSON with a status. */
  static HostileProxy.Misdeed json(int status, String json, String... headers) {
    return (request, jira, client) ->
        send(
            client,
            status,
            withType("application/json", headers),
            json.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> headers(HttpResponse<byte[]> response) {
    return response.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().startsWith(":"))
        .filter(header -> !header.getKey().equalsIgnoreCase("content-length"))
        .filter(header -> !header.getKey().equalsIgnoreCase("connection"))
        .filter(header -> !header.getKey().equalsIgnoreCase("transfer-encoding"))
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
        .toList();
  }

  static boolean send(Socket client, int status, List<String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    write(client, head.toString(), body);
    return true;
  }

  private static List<String> withType(String type, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: " + type);
    return all;
  }

  private static boolean half(Socket client, String header, byte[] body) throws IOException {
    write(
        client,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n",
        Arrays.copyOf(body, body.length / 2));
    return false;
  }

  private static boolean reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
    return false;
  }

  private static boolean untilHungUp(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    while (in.read() >= 0) {
      // Whatever else the client says is of no interest.
    }
    return false;
  }

  private static void write(Socket client, String head, byte[] body) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private static byte[] none() {
    return new byte[0];
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    }
    return bytes.toByteArray();
  }
}
