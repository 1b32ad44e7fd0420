package dev.sluice.transforms.jira;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of a test's own and a server certificate of it for localhost and {@code
 * jira.acme.test}, made on the spot by the keytool of the JDK.
 *
 * @param authority the certificate of the authority, PEM
 * @param server what a server is set up with
 */
record TlsIdentity(Path authority, SSLContext server) {
  private static final String PASSWORD = "changeit";

  static TlsIdentity make(Path folder) {
    Path store = folder.resolve("identity.p12");
    Path authority = folder.resolve("authority.pem");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "ca",
        "-dname",
        "CN=Test authority",
        "-ext",
        "bc:c",
        "-keyalg",
        "EC");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "server",
        "-dname",
        "CN=jira",
        "-signer",
        "ca",
        "-keyalg",
        "EC",
        "-ext",
        "san=dns:localhost,dns:jira.acme.test,ip:127.0.0.1");
    keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", authority.toString());
    keytool(store, "-delete", "-alias", "ca");
    return new TlsIdentity(authority, context(store));
  }

  private static void keytool(Path store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SSLContext context(Path store) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
