package dev.sluice.transforms.jira;

/**
 * Tells a person what happened and what to do about it.
 *
 * @param message what happened, without secrets
 * @param hint what to do
 */
record Problem(String message, String hint) {

  Problem withMessage(String changed) {
    return new Problem(changed, hint);
  }
}
