package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Points to a secret without holding it: {@code env:NAME}, {@code file:/path} or {@code
 * gcp-secret://projects/p/secrets/s/versions/latest}. It is safe to print, to store in a plan and
 * to ship to a worker; the secret is read where a client opens.
 *
 * @param reference the reference as written in the configuration
 */
public record SecretReference(String reference) implements Serializable {
  /** What a reference looks like: a regular expression, for those who check before Java does. */
  public static final String FORM =
      "env:[A-Za-z_][A-Za-z0-9_]*|file:.*\\S.*"
          + "|gcp-secret://projects/[^/\\s]+/secrets/[^/\\s]+(/versions/[^/\\s]+)?";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /** Where secrets are kept. */
  enum Kind {
    ENVIRONMENT,
    FILE,
    GOOGLE
  }

  /**
   * Refuses everything that is not a reference.
   *
   * @throws JiraException.Misconfigured when the text is not a reference; the text itself is never
   *     repeated, since it is probably the secret
   */
  public SecretReference {
    if (!isReference(reference)) {
      throw new JiraException.Misconfigured(Trouble.SECRET_WRITTEN_OUT.with());
    }
  }

  /** Returns whether the text has the form of a reference. */
  public static boolean isReference(String text) {
    return PATTERN.matcher(text).matches();
  }

  Kind kind() {
    return reference.startsWith("env:")
        ? Kind.ENVIRONMENT
        : reference.startsWith("file:") ? Kind.FILE : Kind.GOOGLE;
  }

  /** Returns what stands behind the kind: a name, a path, a resource. */
  String place() {
    String place = reference.substring(reference.indexOf(':') + 1);
    return kind() == Kind.GOOGLE ? place.substring("//".length()) : place;
  }

  @Override
  public String toString() {
    return reference;
  }
}
