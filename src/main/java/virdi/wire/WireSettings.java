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
 * @param keepAlive how dead connections are found
 * @param limits what a connection, and all together, may take
 */
public record WireSettings(
        String host,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable String token,
        boolean insecure,
        Duration shutdownGrace,
        KeepAlive keepAlive,
        Limits limits) {
    /**
     * Pings on a connection, in both directions.
     *
     * @param time how long a connection may be silent before it is pinged
     * @param timeout how long that ping may stay unanswered before the connection is closed
     * @param permittedPing the shortest time between two pings of a client; one that pings more often is cut off
     */
    public record KeepAlive(Duration time, Duration timeout, Duration permittedPing) {
        /** grpc-java raises anything shorter to this without a word. */
        public static final Duration SHORTEST_TIME = Duration.ofSeconds(10);
        /** And this. */
        public static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(10);

        public static final KeepAlive DEFAULT =
                new KeepAlive(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10));

        public KeepAlive {
            expect(time.compareTo(SHORTEST_TIME) >= 0, "keepalive time of 10 s or more");
            expect(timeout.compareTo(SHORTEST_TIMEOUT) >= 0, "keepalive timeout of 10 ms or more");
            expect(!permittedPing.isNegative(), "permitted client ping of 0 or more");
        }
    }

    /**
     * Limits; a client that passes one is refused or cut off, and no other client notices.
     *
     * @param maxStreams streams that all clients together may have open
     * @param maxStreamsPerConnection streams that one connection may have open; clients queue the rest
     * @param maxMessageBytes the largest message taken, 512 to {@value #MESSAGE_CEILING_BYTES}
     * @param firstMessageTimeout how long an offer or a consumer may stay silent before its request
     * @param handshakeTimeout how long TLS and HTTP/2 may take to be agreed on
     * @param maxResets streams that one connection may reset within {@code resetWindow} before it is closed
     * @param resetWindow whole seconds
     * @param reopensPerSecond streams that one connection may open in the place of reset ones in a second; one that
     *     opens more is read slowly
     * @param maxWaitingBytes what may wait for a connection's client to read it before the connection is closed,
     *     {@value #SMALLEST_WAITING_LIMIT_BYTES} or more
     */
    public record Limits(
            int maxStreams,
            int maxStreamsPerConnection,
            int maxMessageBytes,
            Duration firstMessageTimeout,
            Duration handshakeTimeout,
            int maxResets,
            Duration resetWindow,
            int reopensPerSecond,
            int maxWaitingBytes) {
        /** A client may well cancel all its streams at once, and thrice. */
        public static final Limits DEFAULT = new Limits(
                50_000,
                1_000,
                4_096,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                3_000,
                Duration.ofSeconds(30),
                1_000,
                1 << 20);

        /** The least that any valid message fits in: two ids of 256 bytes do not, but clients use short ones. */
        public static final int SMALLEST_MESSAGE_LIMIT_BYTES = 512;
        /** Each thread that reads keeps a buffer of the largest message. */
        public static final int MESSAGE_CEILING_BYTES = 65_536;

        /** Twice the bytes that Netty itself lets wait before it holds data back. */
        public static final int SMALLEST_WAITING_LIMIT_BYTES = 131_072;

        public Limits {
            expect(
                    maxWaitingBytes >= SMALLEST_WAITING_LIMIT_BYTES,
                    "limit of what waits of " + SMALLEST_WAITING_LIMIT_BYTES + " bytes or more, not "
                            + maxWaitingBytes);
            expect(maxStreams >= 1 && maxStreamsPerConnection >= 1, "stream limit of 1 or more");
            expect(
                    maxMessageBytes >= SMALLEST_MESSAGE_LIMIT_BYTES && maxMessageBytes <= MESSAGE_CEILING_BYTES,
                    "message limit of " + SMALLEST_MESSAGE_LIMIT_BYTES + " to " + MESSAGE_CEILING_BYTES + " bytes, not "
                            + maxMessageBytes);
            expect(firstMessageTimeout.isPositive(), "first message timeout above 0");
            expect(handshakeTimeout.isPositive(), "handshake timeout above 0");
            expect(maxResets >= 1, "reset limit of 1 or more");
            expect(reopensPerSecond >= 1, "rate of reopened streams of 1 or more");
            expect(
                    resetWindow.isPositive() && resetWindow.toNanosPart() == 0,
                    "reset window of whole seconds, not " + resetWindow);
        }
    }

    /** Loopback, plaintext, the protocol's port. */
    public static final WireSettings DEFAULT = new WireSettings(
            "127.0.0.1", 50051, null, null, null, false, Duration.ofSeconds(5), KeepAlive.DEFAULT, Limits.DEFAULT);

    public WireSettings {
        expect(port >= 0 && port <= 65_535, "port of 0 to 65535, not " + port);
        expect((certificate == null) == (key == null), "TLS certificate and key together, not one without the other");
        expect(token == null || isToken(token), "token of printable ASCII characters without spaces");
        expect(!shutdownGrace.isNegative(), "shutdown grace of 0 or more");
        expect(
                insecure || (certificate != null && token != null) || isLoopback(host),
                "bind address on loopback, or TLS (certificate and key) with a token, or the explicit opt-out:"
                        + " without them anyone who reaches " + host + " could take and produce units");
    }

    /** The same settings on another address and port. */
    public WireSettings at(String newHost, int newPort) {
        return new WireSettings(newHost, newPort, certificate, key, token, insecure, shutdownGrace, keepAlive, limits);
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
