package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parents, links, and moves to other projects. */
final class Relations {
  private Relations() {}

  static void plan(Scene scene) {
    Roster roster = scene.stage.roster();
    scene.draft.begin(Tracked.KEY, Cell.key(roster.firstKeys[scene.position]));
    parent(scene, roster);
    for (Link link : roster.links(scene.position)) {
      String otherKey = roster.keyAt(link.otherEnd(scene.position), link.at());
      String words = "This issue " + link.words(scene.position) + " " + otherKey;
      scene.at(
          link.at(),
          Optional.of(
              scene
                  .stage
                  .people()
                  .pick(Role.CAMPAIGN, link.at(), scene.stage.dice(link.from(), 3))),
          issue ->
              issue.note(Tracked.LINK, Cell.NULL, new Cell(otherKey, words, null, Json::object)));
    }
    for (Move move : roster.moves(scene.position)) {
      Person mover = scene.worker(move.at());
      scene.at(move.at(), Optional.of(mover), issue -> move(issue, move));
    }
  }

  private static void parent(Scene scene, Roster roster) {
    int parent = roster.parents[scene.position];
    if (parent == Roster.NONE) {
      return;
    }
    if (scene.kind == Kind.SUBTASK) {
      scene.draft.begin(Tracked.PARENT, Cell.issue(roster.ids[parent], roster.key(parent)));
      return;
    }
    Cell epic = Cell.issue(roster.ids[parent], roster.key(parent));
    Instant at = scene.between(scene.created, scene.end());
    if (scene.dice.chance(0.25) && at.isAfter(scene.created) && !at.isAfter(scene.stage.now())) {
      int former = formerParent(scene, roster, parent);
      if (former != Roster.NONE) {
        Cell old = Cell.issue(roster.ids[former], roster.key(former));
        scene.draft.begin(Tracked.PARENT, old);
        scene.draft.begin(Tracked.EPIC_LINK, old);
      }
      Person author = scene.worker(at);
      scene.at(
          at,
          Optional.of(author),
          issue -> issue.change(Tracked.PARENT, epic).change(Tracked.EPIC_LINK, epic));
    } else {
      scene.draft.begin(Tracked.PARENT, epic);
      scene.draft.begin(Tracked.EPIC_LINK, epic);
    }
  }

  /** Another campaign from before, for some; the others had none. */
  private static int formerParent(Scene scene, Roster roster, int parent) {
    if (scene.dice.chance(0.5)) {
      return Roster.NONE;
    }
    for (int candidate = parent - 1; candidate > Math.max(0, parent - 60); candidate--) {
      if (roster.kinds[candidate] == Kind.CAMPAIGN) {
        return candidate;
      }
    }
    return Roster.NONE;
  }

  /** What belonged to the old project stays behind. */
  private static void move(Draft issue, Move move) {
    issue.moveTo(move.to()).change(Tracked.KEY, Cell.key(move.newKey()));
    for (Version version : List.copyOf(issue.fixVersions)) {
      issue.note(
          Tracked.FIX_VERSION,
          new Cell(version.id(), version.name(), null, version::json),
          Cell.NULL);
    }
    for (Component component : List.copyOf(issue.components)) {
      issue.note(
          Tracked.COMPONENT,
          new Cell(component.id(), component.name(), null, component::json),
          Cell.NULL);
    }
    issue.fixVersions.clear();
    issue.components.clear();
  }
}
