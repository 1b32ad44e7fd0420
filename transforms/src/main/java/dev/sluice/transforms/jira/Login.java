package dev.sluice.transforms.jira;

/** Obtains what a request is signed with. Thread-safe. */
interface Login {

  /**
   * Returns the value of the Authorization header, which may have to be asked for first.
   *
   * @throws JiraException when it cannot be had
   */
  String header();

  /**
   * Obtains it anew after a header was refused, unless another thread has done so already.
   *
   * @throws JiraException when it cannot be had
   */
  void renew(String refused);
}
