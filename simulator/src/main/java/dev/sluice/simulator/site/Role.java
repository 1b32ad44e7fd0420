package dev.sluice.simulator.site;

/** What somebody does in the department. */
enum Role {
  CAMPAIGN,
  CREATIVE,
  MEDIA,
  LEGAL,
  EVENTS,
  DIGITAL,
  SYSTEM;

  static Role of(Kind kind, Department project) {
    return switch (kind) {
      case CAMPAIGN -> CAMPAIGN;
      case CREATIVE_TASK -> CREATIVE;
      case MEDIA_TASK -> MEDIA;
      case APPROVAL -> LEGAL;
      case EVENT -> EVENTS;
      case STORY, TASK, BUG, SUBTASK ->
          switch (project) {
            case MKTG, PRINT -> CAMPAIGN;
            case CREA -> CREATIVE;
            case MEDIA -> MEDIA;
            case EVNT -> EVENTS;
            case DO -> DIGITAL;
          };
    };
  }
}
