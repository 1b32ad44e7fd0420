package dev.sluice.pipelines.check;

import dev.sluice.transforms.jira.Authorities;
import dev.sluice.transforms.jira.ProxyAddress;
import dev.sluice.transforms.jira.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Resolves the host, connects, and shakes hands: the three steps below HTTP, told apart. */
final class Reach {

  private Reach() {}

  /**
   * How the server is reached, in words.
   *
   * @throws Unreachable naming the step that failed
   */
  static String describe(URI url, Transport transport, Duration timeout) {
    Optional<ProxyAddress> proxy =
        ProxyAddress.of(url, name -> Optional.ofNullable(System.getenv(name)));
    return proxy.isPresent()
        ? throughProxy(proxy.get(), timeout)
        : directly(url, transport, timeout);
  }

  /** What lies behind a proxy shows when Jira is asked. */
  private static String throughProxy(ProxyAddress proxy, Duration timeout) {
    InetAddress address = resolve(proxy.host(), "the proxy's name in HTTPS_PROXY");
    try (Socket socket = connect(proxy.host(), address, proxy.port(), timeout)) {
      return "through the proxy " + proxy + (socket.isConnected() ? "" : ", which hung up");
    } catch (IOException e) {
      throw broken(proxy.host(), e);
    }
  }

  private static String directly(URI url, Transport transport, Duration timeout) {
    boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : encrypted ? 443 : 80;
    InetAddress address = resolve(url.getHost(), "jira.url");
    try (Socket socket = connect(url.getHost(), address, port, timeout)) {
      String place = url.getHost() + ":" + port;
      return place
          + ", "
          + (encrypted ? shakeHands(socket, url.getHost(), port, transport) : "not encrypted");
    } catch (IOException e) {
      throw broken(url.getHost(), e);
    }
  }

  private static Unreachable broken(String host, IOException e) {
    return new Unreachable("the connection to " + host + " broke: " + e.getMessage(), "try again");
  }

  private static InetAddress resolve(String host, String key) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new Unreachable(
          "there is no host " + host, "check the spelling of " + key + ", and the name server");
    }
  }

  private static Socket connect(String host, InetAddress address, int port, Duration timeout) {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
      socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
      return socket;
    } catch (IOException e) {
      throw new Unreachable(
          "nothing answers at " + host + " port " + port + ": " + e.getMessage(),
          "check the port in jira.url, the firewall, the VPN");
    }
  }

  private static String shakeHands(Socket plain, String host, int port, Transport transport)
      throws IOException {
    SSLSocketFactory factory = Authorities.context(transport).getSocketFactory();
    try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getProtocol();
    } catch (SSLException e) {
      throw new Unreachable(
          "no trusted TLS with " + host + ": " + e.getMessage(),
          "for an own certificate authority, name its certificates in jira.tls.ca-file");
    }
  }
}
