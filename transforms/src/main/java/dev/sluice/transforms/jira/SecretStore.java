package dev.sluice.transforms.jira;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Reads secrets where their references point, anew each time. */
final class SecretStore {
  private final Function<String, Optional<String>> environment;
  private final GoogleSecrets google;

  SecretStore(Function<String, Optional<String>> environment, GoogleSecrets google) {
    this.environment = environment;
    this.google = google;
  }

  /** A store of the machine's own time whose variables are these. */
  SecretStore(Function<String, Optional<String>> environment) {
    this(environment, GoogleSecrets.of(environment, Ticker.system(), Clock.systemUTC()));
  }

  static SecretStore system() {
    return new SecretStore(name -> Optional.ofNullable(System.getenv(name)));
  }

  /** Returns a variable of the environment that is no secret. */
  Optional<String> variable(String name) {
    return environment.apply(name);
  }

  /** Returns what a reference points to, or the text itself when it is none. */
  String readOrKeep(String text) {
    return SecretReference.isReference(text) ? read(new SecretReference(text)) : text;
  }

  /**
   * Returns the secret without surrounding white space.
   *
   * @throws JiraException.Unauthorised when there is none, or it could not be sent in a header
   * @throws JiraException.Unavailable when the place where it is kept does not answer
   */
  String read(SecretReference reference) {
    String secret = find(reference).strip();
    if (secret.isEmpty()) {
      throw unusable(reference, "is empty");
    }
    if (secret.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw unusable(reference, "holds a line break or another control character");
    }
    return secret;
  }

  private String find(SecretReference reference) {
    String place = reference.place();
    Optional<String> found =
        switch (reference.kind()) {
          case ENVIRONMENT -> environment.apply(place);
          case FILE -> readFile(place);
          case GOOGLE -> Optional.of(google.read(reference));
        };
    return found.orElseThrow(() -> unusable(reference, "cannot be read"));
  }

  private static Optional<String> readFile(String path) {
    String plain = path.startsWith("///") ? path.substring(2) : path;
    try {
      return Optional.of(Files.readString(Path.of(plain), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static JiraException unusable(SecretReference reference, String how) {
    return new JiraException.Unauthorised(Trouble.SECRET_UNUSABLE.with(reference, how));
  }
}
