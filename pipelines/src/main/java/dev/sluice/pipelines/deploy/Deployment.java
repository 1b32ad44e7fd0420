package dev.sluice.pipelines.deploy;

import dev.sluice.pipelines.config.AuthConfig;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.transforms.jira.SecretReference;
import dev.sluice.transforms.jira.SharedStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known about a pipeline that is to be started by a scheduler.
 *
 * @param place of the configuration, an absolute path or a URI
 * @param command the program, an absolute path; empty where it is not known
 * @param start the day from which on intervals are asked for
 */
public record Deployment(
    SluiceConfig config, String place, Optional<String> command, Every every, LocalDate start) {

  /** What needs no quoting in any of the files. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+-]+");

  private static final String VARIABLE = "env:";

  /** How often to load. */
  public enum Every {
    HOUR("7 * * * *", "*-*-* *:07:00"),
    DAY("7 2 * * *", "*-*-* 02:07:00");

    private final String cron;
    private final String calendar;

    Every(String cron, String calendar) {
      this.cron = cron;
      this.calendar = calendar;
    }
  }

  String site() {
    return config.jira().site();
  }

  /** The references to secrets, as the configuration has them. */
  List<String> references() {
    Stream<String> login =
        config.jira().auth() instanceof AuthConfig.ClientCredentials service
            ? Stream.of(service.clientId(), service.token())
            : Stream.of(config.jira().auth().token());
    Stream<String> shared =
        Optional.ofNullable(config.jira().budget().shared())
            .map(SharedStore::password)
            .map(SecretReference::reference)
            .stream();
    return Stream.concat(login, shared).filter(SecretReference::isReference).distinct().toList();
  }

  /** The variables among them. */
  List<String> variables() {
    return references().stream()
        .filter(reference -> reference.startsWith(VARIABLE))
        .map(reference -> reference.substring(VARIABLE.length()))
        .toList();
  }

  /** What may stand in no file as it is, and would have to be written in by hand. */
  public List<String> unwritable() {
    List<String> all = new ArrayList<>(List.of(site(), place));
    command.ifPresent(all::add);
    return all.stream().filter(value -> !PLAIN.matcher(value).matches()).toList();
  }

  Map<Blank, String> values() {
    Map<Blank, String> values = new EnumMap<>(Blank.class);
    values.put(Blank.SITE, site());
    values.put(Blank.NAME, "sluice-" + dashed(site()));
    values.put(Blank.CONFIG, place);
    command.ifPresent(path -> values.put(Blank.COMMAND, path));
    values.put(Blank.CRON, every.cron);
    values.put(Blank.CALENDAR, every.calendar);
    values.put(
        Blank.START, start.getYear() + ", " + start.getMonthValue() + ", " + start.getDayOfMonth());
    boolean local = config.localWarehouse() && !config.outputPath().contains("://");
    values.put(Blank.DATABASE, local ? "True" : "False");
    config.output().bigQuery().ifPresent(target -> addGoogle(values, target));
    return values;
  }

  private void addGoogle(Map<Blank, String> values, BigQueryConfig target) {
    values.put(Blank.PROJECT, target.project());
    values.put(Blank.ACCOUNT, target.project() + ".iam.gserviceaccount.com");
    values.put(Blank.DATASET, '"' + target.dataset() + '"');
    values.put(Blank.LOCATION, '"' + target.location() + '"');
    String bucket = config.outputPath().replaceFirst("^gs://", "").replaceFirst("/.*$", "");
    values.put(Blank.BUCKET, "gs://" + bucket);
    values.put(Blank.BUCKET_NAME, '"' + bucket + '"');
    // EU and US are several regions; a job runs in one.
    if (target.location().contains("-")) {
      values.put(Blank.REGION, target.location());
    }
  }

  private static String dashed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
