package dev.sluice.pipelines.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
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
  static String describe(URI url, Duration timeout) {
    boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : encrypted ? 443 : 80;
    InetAddress address = resolve(url.getHost());
    try (Socket socket = connect(url.getHost(), address, port, timeout)) {
      String place = url.getHost() + ":" + port;
      return place + ", " + (encrypted ? shakeHands(socket, url.getHost(), port) : "not encrypted");
    } catch (IOException e) {
      throw new Unreachable(
          "the connection to " + url.getHost() + " broke: " + e.getMessage(), "try again");
    }
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new Unreachable(
          "there is no host " + host, "check the spelling of jira.url, and the name server");
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

  private static String shakeHands(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getProtocol();
    } catch (SSLException e) {
      throw new Unreachable(
          "no trusted TLS with " + host + ": " + e.getMessage(),
          "for an own certificate authority, add its certificate to Java's trust store"
              + " (-Djavax.net.ssl.trustStore in SLUICE_JAVA_OPTS)");
    }
  }
}
