package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.AuthConfig;
import dev.sluice.schemas.layout.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Warns of a secret that is about to end, as far as the user has noted the day. */
public final class SecretExpiry {

  private static final long DAYS_AHEAD = 14;

  private SecretExpiry() {}

  /** The warning, from 14 days before the end on. */
  public static Optional<String> warning(AuthConfig auth, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return auth.expires()
        .map(day -> ChronoUnit.DAYS.between(today, day))
        .filter(days -> days <= DAYS_AHEAD)
        .map(days -> "the secret " + auth.token() + " " + inWords(days));
  }

  /** The same for those who are to be told. */
  static Optional<Notice> notice(AuthConfig auth, Instant now) {
    return warning(auth, now)
        .map(
            message ->
                new Notice(Notice.Severity.ALERT, "login", "expires", auth.token(), message));
  }

  private static String inWords(long days) {
    if (days == 0) {
      return "expires today";
    }
    String number = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
    return days > 0 ? "expires in " + number : "has expired " + number + " ago";
  }
}
