package dev.sluice.transforms.jira;

import java.io.Serializable;

/**
 * Points to a secret without holding it: {@code env:NAME} or {@code file:/path}. It is safe to
 * print, to store in a plan and to ship to a worker; the secret is read where a client opens.
 *
 * @param reference the reference as written in the configuration
 */
public record SecretReference(String reference) implements Serializable {

  /**
   * Refuses everything that is not a reference.
   *
   * @throws JiraException.Misconfigured when the text is not a reference; the text itself is never
   *     repeated, since it is probably the secret
   */
  public SecretReference {
    if (!isReference(reference)) {
      throw new JiraException.Misconfigured(
          new Problem(
              "A secret is written out where a reference is expected.",
              "Put the secret into an environment variable or a file and write env:NAME or"
                  + " file:/path instead."));
    }
  }

  private static boolean isReference(String text) {
    return (text.startsWith("env:") || text.startsWith("file:"))
        && !text.substring(text.indexOf(':') + 1).isBlank();
  }

  @Override
  public String toString() {
    return reference;
  }
}
