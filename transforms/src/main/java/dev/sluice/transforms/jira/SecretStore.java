package dev.sluice.transforms.jira;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads secrets where their references point, anew each time. */
final class SecretStore {
  private final Function<String, Optional<String>> environment;

  SecretStore(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  static SecretStore system() {
    return new SecretStore(name -> Optional.ofNullable(System.getenv(name)));
  }

  /**
   * Returns the secret without surrounding white space.
   *
   * @throws JiraException.Unauthorised when there is none, or it could not be sent in a header
   */
  String read(SecretReference reference) {
    String text = reference.reference();
    String secret =
        (text.startsWith("env:")
                ? environment.apply(text.substring("env:".length()))
                : readFile(text.substring("file:".length())))
            .orElseThrow(() -> unusable(reference, "cannot be read"))
            .strip();
    if (secret.isEmpty()) {
      throw unusable(reference, "is empty");
    }
    if (secret.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw unusable(reference, "holds a line break or another control character");
    }
    return secret;
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
    return new JiraException.Unauthorised(
        new Problem(
            "The secret " + reference + " " + how + ".",
            "Set the environment variable, or make the file readable, for the process that runs"
                + " the load (on a cluster: on its workers)."));
  }
}
