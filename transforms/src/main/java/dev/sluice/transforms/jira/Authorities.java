package dev.sluice.transforms.jira;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Says whom to trust: the authorities Java knows, and those of a file. */
public final class Authorities {

  private Authorities() {}

  /**
   * Returns what encrypted connections are made with.
   *
   * @throws JiraException.Misconfigured when the file cannot be read or holds no certificate
   */
  public static SSLContext context(Transport transport) {
    try {
      if (transport.authorities() == null) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(transport.authorities()), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static TrustManager[] managers(String file) throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (X509Certificate known : known()) {
        store.setCertificateEntry("java-" + number++, known);
      }
      for (Certificate own : read(file)) {
        store.setCertificateEntry("own-" + number++, own);
      }
      return factory(store).getTrustManagers();
    } catch (IOException e) {
      throw new IllegalStateException("an empty key store cannot be made", e);
    }
  }

  private static X509Certificate[] known() throws GeneralSecurityException {
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager trust) {
        return trust.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  private static Collection<? extends Certificate> read(String file) {
    try (InputStream pem = Files.newInputStream(Path.of(file))) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (found.isEmpty()) {
        throw new JiraException.Misconfigured(Trouble.NO_AUTHORITIES.with(file, "is empty"));
      }
      return found;
    } catch (GeneralSecurityException e) {
      throw new JiraException.Misconfigured(
          Trouble.NO_AUTHORITIES.with(file, "holds no certificates"));
    } catch (IOException | InvalidPathException e) {
      throw new JiraException.Misconfigured(Trouble.NO_AUTHORITIES.with(file, "cannot be read"));
    }
  }
}
