package dev.sluice.simulator.site;

import java.util.List;

/** Words as people of a marketing department write them. */
final class Prose {
  private static final List<String> PRODUCTS =
      List.of(
          "Aurora",
          "Lumen Home",
          "Tide Watch",
          "Fjord Jacket",
          "Pico Speaker",
          "Café Luna",
          "Nimbus Pro");
  private static final List<String> SEASONS =
      List.of(
          "Spring", "Summer", "Back to School", "Black Friday", "Holiday", "New Year", "Always-on");
  private static final List<String> ASSETS =
      List.of(
          "hero banner",
          "launch film",
          "landing page",
          "newsletter",
          "social cut-downs",
          "poster series",
          "press kit");
  private static final List<String> VERBS =
      List.of("Draft", "Adapt", "Localise", "Proofread", "Retouch", "Rework");
  private static final List<String> PLACES =
      List.of("DMEXCO", "Berlin pop-up", "partner dinner", "spring webinar", "Lisbon summit");
  private static final List<String> FAULTS =
      List.of(
          "consent banner hides the call to action",
          "UTM parameters are lost on redirect",
          "price is wrong in the French mailing",
          "video does not start on Safari",
          "unsubscribe link answers 404");
  private static final List<String> SENTENCES =
      List.of(
          "The audience knows the brand, but not the product.",
          "Please keep the claim under eight words.",
          "Budget is agreed with finance; see the sheet.",
          "We still wait for the rights of the music.",
          "Legal asked to remove the comparison with last year's model.",
          "Numbers of the first week are 12% above plan (CTR 1.8%).",
          "Die Übersetzung liegt seit Dienstag beim Lektorat.",
          "Use the new logo, not the one with the shadow.",
          "This blocks the booking of the second flight.",
          "Looks good to me – ship it 🚀",
          "C'est validé côté marque, merci à tous.",
          "Could you resend the file? The link \"expired\" <again>.",
          "Moved to next week because the agency is short of people.",
          "Tracking works in staging & production.");

  private Prose() {}

  static String summary(Stage stage, int position) {
    Dice dice = stage.dice(position, 1);
    if (stage.roster().is(position, Oddity.STRANGE_SUMMARY)) {
      return "Launch 🚀 שלום עולם\nsecond line\t\"quoted\" \\ back, مرحبا " + position;
    }
    String product = dice.pick(PRODUCTS);
    String asset = dice.pick(ASSETS);
    String season = dice.pick(SEASONS);
    return switch (stage.roster().kinds[position]) {
      case CAMPAIGN -> season + " " + product + " – " + dice.pick(Choices.MARKETS).value();
      case STORY -> "As a visitor I want to find " + product + " in the " + season + " shop";
      case TASK -> "Prepare " + season + " " + asset + " for " + product;
      case CREATIVE_TASK ->
          dice.pick(VERBS) + " " + asset + " for " + product + " (" + season + ")";
      case MEDIA_TASK ->
          "Book " + dice.pick(Choices.CHANNELS).value() + " for " + product + ", " + season;
      case APPROVAL -> "Approve " + asset + " of " + product;
      case BUG -> product + ": " + dice.pick(FAULTS);
      case EVENT -> product + " at " + dice.pick(PLACES);
      case SUBTASK -> dice.pick(VERBS) + " " + asset;
    };
  }

  static String sentence(Dice dice) {
    return dice.pick(SENTENCES);
  }

  static String paragraph(Dice dice) {
    StringBuilder text = new StringBuilder(sentence(dice));
    for (int more = dice.below(4); more > 0; more--) {
      text.append(' ').append(sentence(dice));
    }
    return text.toString();
  }
}
