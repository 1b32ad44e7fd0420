package dev.sluice.simulator.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people change in the fields every issue has. */
final class Edits {
  private static final List<String> LABELS =
      List.of(
          "q1-push",
          "evergreen",
          "urgent",
          "brand",
          "seo",
          "legal-review",
          "übersetzung",
          "retargeting",
          "video");

  private Edits() {}

  static void plan(Scene scene) {
    Dice dice = scene.dice;
    summary(scene);
    Priority priority = dice.chance(0.6) ? Priority.MEDIUM : dice.pick(List.of(Priority.values()));
    scene.draft.begin(Tracked.PRIORITY, Cell.of(priority));
    if (dice.chance(0.12)) {
      edit(scene, Tracked.PRIORITY, Cell.of(dice.pick(List.of(Priority.values()))));
    }
    labels(scene);
    dueDate(scene);
    shelf(scene);
    if (dice.chance(0.1) && !scene.imported) {
      Cell ranked =
          new Cell("", "Ranked " + (dice.chance(0.5) ? "higher" : "lower"), null, Json::object);
      Instant at = moment(scene);
      scene.at(
          at, Optional.of(scene.worker(at)), issue -> issue.note(Tracked.RANK, Cell.BLANK, ranked));
    }
    if (dice.chance(0.05) && scene.journey.started().isPresent()) {
      edit(scene, Tracked.FLAGGED, Cell.options(List.of(Choices.IMPEDIMENT)));
      if (dice.chance(0.8)) {
        edit(scene, Tracked.FLAGGED, Cell.BLANK);
      }
    }
  }

  private static void summary(Scene scene) {
    String summary = Prose.summary(scene.stage, scene.position);
    Instant at = moment(scene);
    if (scene.dice.chance(0.08) && at.isAfter(scene.created) && !at.isAfter(scene.stage.now())) {
      scene.draft.begin(Tracked.SUMMARY, Cell.text("Draft: " + summary));
      scene.at(
          at,
          issue ->
              issue
                  .change(Tracked.SUMMARY, Cell.text(summary))
                  .close(at, Optional.of(scene.ownerAt(issue, at))));
    } else {
      scene.draft.begin(Tracked.SUMMARY, Cell.text(summary));
    }
  }

  private static void labels(Scene scene) {
    Dice dice = scene.dice;
    List<String> labels = new ArrayList<>();
    if (scene.imported) {
      labels.add("legacy-import");
    }
    for (int count = dice.count(0.8); count > 0; count--) {
      String label = dice.pick(LABELS);
      if (!labels.contains(label)) {
        labels.add(label);
      }
    }
    scene.draft.begin(Tracked.LABELS, Cell.labels(List.copyOf(labels)));
    if (dice.chance(0.2)) {
      String label = dice.pick(LABELS);
      if (!labels.remove(label)) {
        labels.add(label);
      }
      edit(scene, Tracked.LABELS, Cell.labels(List.copyOf(labels)));
    }
  }

  private static void dueDate(Scene scene) {
    Dice dice = scene.dice;
    LocalDate day =
        LocalDate.ofInstant(scene.created, scene.stage.zone()).plusDays(dice.between(5, 60));
    if (dice.chance(0.35)) {
      scene.draft.begin(Tracked.DUE_DATE, Cell.dueDate(day));
    }
    if (dice.chance(0.12)) {
      edit(scene, Tracked.DUE_DATE, Cell.dueDate(day.plusDays(dice.between(1, 20))));
    }
  }

  private static void shelf(Scene scene) {
    Dice dice = scene.dice;
    List<Component> components = scene.stage.shelf().components(scene.project);
    List<Version> versions = scene.stage.shelf().versions(scene.project);
    if (!components.isEmpty() && dice.chance(0.6)) {
      scene.draft.components.add(dice.pick(components));
    }
    if (versions.isEmpty() || scene.imported) {
      return;
    }
    LocalDate day = LocalDate.ofInstant(scene.created, scene.stage.zone());
    Version version =
        versions.stream()
            .filter(each -> !each.release().isBefore(day))
            .findFirst()
            .orElse(versions.get(versions.size() - 1));
    if (dice.chance(0.3)) {
      scene.draft.fixVersions.add(version);
    } else if (dice.chance(0.25)) {
      Instant at = moment(scene);
      scene.at(
          at,
          Optional.of(scene.worker(at)),
          issue -> {
            if (issue.project() == version.project()) {
              issue.fixVersions.add(version);
              issue.note(
                  Tracked.FIX_VERSION,
                  Cell.NULL,
                  new Cell(version.id(), version.name(), null, version::json));
            }
          });
    }
  }

  private static void edit(Scene scene, Tracked field, Cell value) {
    Instant at = moment(scene);
    scene.at(
        at, issue -> issue.change(field, value).close(at, Optional.of(scene.ownerAt(issue, at))));
  }

  private static Instant moment(Scene scene) {
    return scene.between(scene.created, scene.end());
  }
}
