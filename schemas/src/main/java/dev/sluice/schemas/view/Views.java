package dev.sluice.schemas.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every view there is. */
public final class Views {

  /** Where the tables are, and the views about them. */
  public static final String MAIN = "main";

  /** Where the raw names of another loader are, so that models made for those run here too. */
  public static final String RAW_NAMES = "fivetran";

  private static final List<String> ANSWERS =
      List.of(
          "issue_campaign",
          "time_in_status",
          "cycle_time",
          "sprint_velocity",
          "resource_allocation",
          "campaign_delivery",
          "campaign_day",
          "data_freshness");

  private static final List<String> RAW =
      List.of(
          "comment",
          "component",
          "field",
          "field_option",
          "issue",
          "issue_field_history",
          "issue_link",
          "issue_multiselect_history",
          "issue_type",
          "priority",
          "project",
          "resolution",
          "sprint",
          "status",
          "status_category",
          "team",
          "user",
          "version");

  private Views() {}

  /** All, in an order in which each stands after those it uses. */
  public static List<View> all() {
    return Stream.concat(
            ANSWERS.stream().map(name -> read(MAIN, name)),
            RAW.stream().map(name -> read(RAW_NAMES, name)))
        .toList();
  }

  /** A text begins with comments: {@code -- question:}, {@code -- grain:}, {@code -- caveat:}. */
  private static View read(String schema, String name) {
    String text = resource((schema.equals(MAIN) ? "" : schema + "/") + name + ".sql");
    String question = "";
    String grain = "";
    List<String> caveats = new ArrayList<>();
    StringBuilder query = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("-- question: ")) {
        question = line.substring("-- question: ".length());
      } else if (line.startsWith("-- grain: ")) {
        grain = line.substring("-- grain: ".length());
      } else if (line.startsWith("-- caveat: ")) {
        caveats.add(line.substring("-- caveat: ".length()));
      } else {
        query.append(line).append('\n');
      }
    }
    return new View(schema, name, question, grain, caveats, query.toString().strip());
  }

  private static String resource(String path) {
    try (InputStream text = Views.class.getResourceAsStream("/dev/sluice/schemas/views/" + path)) {
      if (text == null) {
        throw new IllegalStateException("there is no text of view " + path);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read view " + path, e);
    }
  }
}
