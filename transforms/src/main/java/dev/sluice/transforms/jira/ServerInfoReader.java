package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads what a site tells about itself, and recognises what is not a Jira. */
final class ServerInfoReader implements BodyReader<ServerInfo> {
  private static final DateTimeFormatter SERVER_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]", Locale.ROOT);

  @Override
  public ServerInfo read(RecordedBody body, Arrival arrival) throws IOException {
    JsonNode tree = Json.tree(body);
    if (!tree.path("version").isTextual() && !tree.path("deploymentType").isTextual()) {
      throw new UnexpectedShapeException("neither a version nor a deployment type");
    }
    return serverInfo(tree, arrival);
  }

  private static ServerInfo serverInfo(JsonNode body, Arrival arrival) {
    String deployment = body.path("deploymentType").asText("");
    Optional<String> serverTime = text(body, "serverTime");
    Optional<Instant> clock =
        serverTime
            .flatMap(ServerInfoReader::instant)
            .or(() -> arrival.serverTime().map(time -> time.plusMillis(500)));
    return new ServerInfo(
        deployment.equalsIgnoreCase("cloud") ? Edition.CLOUD : Edition.DATA_CENTER,
        body.path("version").asText(""),
        deployment,
        serverTime,
        text(body, "serverTimeZone"),
        clock.map(time -> Duration.between(middle(arrival), time)));
  }

  private static Instant middle(Arrival arrival) {
    return arrival
        .sentAt()
        .plus(Duration.between(arrival.sentAt(), arrival.answeredAt()).dividedBy(2));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, SERVER_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode body, String name) {
    return body.path(name).isTextual() ? Optional.of(body.path(name).asText()) : Optional.empty();
  }
}
