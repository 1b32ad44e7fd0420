package dev.sluice.pipelines.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question with a name.
 *
 * @param asks what it asks, for people
 * @param sql with {@code :name} where a parameter goes; an empty one restricts nothing
 */
public record ReadyQuestion(String name, String asks, String sql) {

  /** Which campaigns launched late, and why. */
  public static final String LAUNCH_DELAYS = "launch-delays";

  /** Hours that were planned beside those that were logged. */
  public static final String PLANNED_VS_ACTUAL = "planned-vs-actual";

  /** How running campaigns stand. */
  public static final String CAMPAIGN_HEALTH = "campaign-health";

  private static final List<String> NAMES =
      List.of(
          LAUNCH_DELAYS,
          PLANNED_VS_ACTUAL,
          CAMPAIGN_HEALTH,
          "time-in-status",
          "cycle-time",
          "sprint-velocity",
          "resource-allocation",
          "data-freshness");

  private static final String ASKS = "-- question: ";
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

  /** All there are. */
  public static List<ReadyQuestion> all() {
    return NAMES.stream().map(ReadyQuestion::read).toList();
  }

  /** The one of a name, in which {@code _} may stand for {@code -}. */
  public static Optional<ReadyQuestion> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return NAMES.contains(wanted) ? Optional.of(read(wanted)) : Optional.empty();
  }

  /** The SQL with {@code ?} for each parameter. */
  public String positional() {
    return PARAMETER.matcher(sql).replaceAll("CAST(? AS VARCHAR)");
  }

  /** The values for {@link #positional}; what is not given is empty. */
  public List<String> values(Map<String, String> given) {
    List<String> values = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(sql);
    while (parameter.find()) {
      values.add(given.getOrDefault(parameter.group(1), ""));
    }
    return values;
  }

  private static ReadyQuestion read(String name) {
    String path = "/dev/sluice/pipelines/question/" + name + ".sql";
    try (InputStream stream = ReadyQuestion.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("there is no question " + path);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      return new ReadyQuestion(
          name, text.substring(ASKS.length(), end), text.substring(end + 1).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
