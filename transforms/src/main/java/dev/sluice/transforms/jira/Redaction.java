package dev.sluice.transforms.jira;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Blots secrets out of text that came from elsewhere, in every form they could have there.
 * Thread-safe.
 */
final class Redaction {
  /** Blotting out a secret of one or two letters would blot out every message. */
  private static final int SHORTEST = 4;

  private static final Base64.Encoder PADDED = Base64.getEncoder();
  private static final Base64.Encoder FOR_URLS = Base64.getUrlEncoder().withoutPadding();

  /** The longest first: one form may be part of another. */
  private volatile List<String> forms = List.of();

  synchronized void remember(String secret) {
    if (secret.length() < SHORTEST || forms.contains(secret)) {
      return;
    }
    TreeSet<String> all =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    all.addAll(forms);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    all.addAll(
        List.of(
            secret,
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            PADDED.encodeToString(bytes),
            PADDED.withoutPadding().encodeToString(bytes),
            FOR_URLS.encodeToString(bytes)));
    forms = List.copyOf(all);
  }

  String apply(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, "***");
    }
    return clean;
  }
}
