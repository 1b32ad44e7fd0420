package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Comments and files. */
final class Talk {
  private static final List<String> FILES =
      List.of(
          "hero.png",
          "storyboard v2 (final).pdf",
          "媒体计划.xlsx",
          "brief.docx",
          "teaser.mp4",
          "copy,deck.txt");

  private Talk() {}

  static void plan(Scene scene) {
    for (int count = scene.dice.count(scene.imported ? 0.5 : 1.9); count > 0; count--) {
      comment(scene, scene.between(scene.created, scene.end()));
    }
    double files = scene.kind == Kind.CREATIVE_TASK ? 0.9 : 0.2;
    for (int number = scene.dice.count(files); number > 0; number--) {
      attach(scene, number);
    }
  }

  static void comment(Scene scene, Instant at) {
    Dice dice = scene.dice;
    Person author =
        dice.chance(0.6) ? scene.worker(at) : scene.stage.people().pick(Role.CAMPAIGN, at, dice);
    Optional<Remark.Edit> edited = Optional.empty();
    Instant later = scene.later(at, dice.waiting(20));
    if (dice.chance(0.1) && !later.isAfter(scene.stage.now())) {
      edited = Optional.of(new Remark.Edit(later, dice.chance(0.8) ? author : scene.worker(later)));
    }
    Remark remark = new Remark(at, author, edited, dice.below(1 << 20));
    scene.at(
        at,
        issue -> {
          issue.remarks.add(remark);
          issue.touch(remark.updated());
        });
  }

  private static void attach(Scene scene, int number) {
    Instant at = scene.between(scene.created, scene.end());
    String name = scene.dice.pick(FILES);
    String type =
        name.endsWith("png")
            ? "image/png"
            : name.endsWith("pdf") ? "application/pdf" : "application/octet-stream";
    long id = 40_000L + scene.position * 16L + number;
    long bytes = scene.dice.between(900, 90_000_000);
    Person author = scene.worker(at);
    Attached file = new Attached(id, at, author, name, bytes, type);
    scene.at(
        at,
        Optional.of(author),
        issue -> {
          issue.attachments.add(file);
          issue.note(
              Tracked.ATTACHMENT, Cell.NULL, new Cell(Long.toString(id), name, null, Json::object));
        });
  }
}
