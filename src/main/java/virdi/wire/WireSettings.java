package virdi.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker listens and what it takes from a connection. Its text form does not show the token.
 *
 * @param host the address to listen on; any but loopback wants TLS and a token, or {@code insecure}
 * @param port 1 to 65,535, or 0 for any free one
 * @param certificate PEM file with the certificate chain; null for plaintext
 * @param key PEM file (PKCS #8) with its private key; null for plaintext
 * @param token what clients must send as {@code authorization: Bearer <token>}; null for nothing
 * @param insecure whether other than loopback addresses may go without TLS and token
 * @param shutdownGrace how long open streams have to end when the broker stops
 * @param maxStreamsPerConnection streams that one connection may have open; clients queue the rest
 * @param keepAlive how long a connection may be silent before it is pinged
 * @param keepAliveTimeout how long a ping may stay unanswered before the connection is closed
 * @param permittedClientPing the shortest time between two pings of a client
 * @param maxResetsPerWindow streams that one connection may reset within {@code resetWindow} before it is closed
 * @param resetWindow whole seconds
 * @param maxMessageBytes the largest message taken, 512 to {@value #MESSAGE_CEILING_BYTES}
 * @param handshakeTimeout how long TLS and HTTP/2 may take to be agreed on
 */
public record WireSettings(
        String host,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable String token,
        boolean insecure,
        Duration shutdownGrace,
        int maxStreamsPerConnection,
        Duration keepAlive,
        Duration keepAliveTimeout,
        Duration permittedClientPing,
        int maxResetsPerWindow,
        Duration resetWindow,
        int maxMessageBytes,
        Duration handshakeTimeout) {
    /** Where messages are cut off by the transport, without a status of ours. */
    static final int MESSAGE_CEILING_BYTES = 65_536;

    /** Loopback, plaintext, the protocol's port. A client may well cancel all its streams at once, and thrice. */
    public static final WireSettings DEFAULT = new WireSettings(
            "127.0.0.1",
            50051,
            null,
            null,
            null,
            false,
            Duration.ofSeconds(5),
            1_000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            3_000,
            Duration.ofSeconds(30),
            4_096,
            Duration.ofSeconds(10));

    public WireSettings {
        expect(port >= 0 && port <= 65_535, "port of 0 to 65535, not " + port);
        expect((certificate == null) == (key == null), "TLS certificate and key together, not one without the other");
        expect(token == null || isToken(token), "token of printable ASCII characters without spaces");
        expect(!shutdownGrace.isNegative(), "shutdown grace of 0 or more");
        expect(maxStreamsPerConnection >= 1, "stream limit per connection of 1 or more");
        expect(keepAlive.isPositive() && keepAliveTimeout.isPositive(), "keepalive time and timeout above 0");
        expect(!permittedClientPing.isNegative(), "permitted client ping of 0 or more");
        expect(maxResetsPerWindow >= 1 && resetWindow.toSeconds() >= 1, "reset limit of 1 or more in 1 s or more");
        expect(
                maxMessageBytes >= 512 && maxMessageBytes <= MESSAGE_CEILING_BYTES,
                "message limit of 512 to " + MESSAGE_CEILING_BYTES + " bytes, not " + maxMessageBytes);
        expect(handshakeTimeout.isPositive(), "handshake timeout above 0");
        expect(
                insecure || (certificate != null && token != null) || isLoopback(host),
                "bind address on loopback, or TLS (certificate and key) with a token, or the explicit opt-out:"
                        + " without them anyone who reaches " + host + " could take and produce units");
    }

    /** The same settings on another address and port. */
    public WireSettings at(String newHost, int newPort) {
        return new WireSettings(
                newHost,
                newPort,
                certificate,
                key,
                token,
                insecure,
                shutdownGrace,
                maxStreamsPerConnection,
                keepAlive,
                keepAliveTimeout,
                permittedClientPing,
                maxResetsPerWindow,
                resetWindow,
                maxMessageBytes,
                handshakeTimeout);
    }

    /** Whether connections are encrypted. */
    public boolean tls() {
        return certificate != null;
    }

    @Override
    public String toString() {
        return "WireSettings[" + host + ":" + port + (tls() ? ", TLS" : ", plaintext")
                + (token == null ? ", no token" : ", token") + (insecure ? ", insecure allowed]" : "]");
    }

    private static boolean isToken(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("expected a bind address of this machine, not '" + host + "'", e);
        }
    }

    private static void expect(boolean held, String expected) {
        if (!held) {
            throw new IllegalArgumentException("expected a " + expected);
        }
    }
}
