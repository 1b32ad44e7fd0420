package dev.sluice.simulator.site;

import java.util.Optional;

/** Tells the life of one issue, the same each time it is asked. */
final class Life {
  private Life() {}

  static Draft of(Stage stage, int position) {
    Dice dice = stage.dice(position, 0);
    Optional<Launch> launch =
        stage.roster().kinds[position] == Kind.CAMPAIGN
            ? Optional.of(Launch.draw(stage, position, dice))
            : Optional.empty();
    Journey journey =
        launch.map(Launch::journey).orElseGet(() -> Journeys.draw(stage, position, dice));
    Scene scene = new Scene(stage, position, dice, journey);
    Progress.plan(scene);
    launch.ifPresent(way -> CampaignEvents.plan(scene, way));
    Planning.plan(scene);
    Edits.plan(scene);
    Relations.plan(scene);
    Labour.plan(scene);
    Talk.plan(scene);
    if (stage.roster().is(position, Oddity.BUSY)) {
      Bustle.plan(scene);
    }
    return scene.play();
  }
}
