package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says how requests may travel. Proxies are taken from the environment of the process that sends
 * them, see {@link ProxyAddress}.
 *
 * @param authorities a file of certificates (PEM) to trust besides those Java trusts; null for none
 * @param clearTextAllowed whether a login may go unencrypted over a network
 */
public record Transport(@Nullable String authorities, boolean clearTextAllowed)
    implements Serializable {

  /** Encrypted, by the authorities Java knows. */
  public static final Transport STANDARD = new Transport(null, false);

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[?(0*:)*0*1\\]?");

  /** Returns whether a login sent to the address could be read on its way by others. */
  static boolean isClearText(URI address) {
    return "http".equalsIgnoreCase(address.getScheme()) && !isLoopback(address.getHost());
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Refuses an address to which a login would go unencrypted.
   *
   * @throws JiraException.Misconfigured unless that is allowed
   */
  void requireSafe(URI address) {
    if (isClearText(address) && !clearTextAllowed) {
      throw new JiraException.Misconfigured(Trouble.CLEAR_TEXT.with(address.getHost()));
    }
  }
}
