package virdi.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.app.process.StartupException;
import virdi.model.BrokerSettings;
import virdi.model.OperatorCommand;
import virdi.wire.WireSettings;

/**
 * All settings, read and checked.
 *
 * @param wire address, TLS, token and limits of connections
 * @param broker settings of the broker
 * @param dataDirectory directory of the store and the logs
 * @param descriptions a line for each setting: value and origin, without secrets
 * @param secrets the values of secret settings
 */
public record Settings(
        WireSettings wire, BrokerSettings broker, Path dataDirectory, List<String> descriptions, List<String> secrets) {
    private static final WireSettings WIRE = WireSettings.DEFAULT;
    private static final BrokerSettings RULES = BrokerSettings.DEFAULT;
    private static final Duration NONE = Duration.ZERO;
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    public static final SettingKey<Long> PORT =
            SettingKey.number("server.port", WIRE.port(), 0, 65_535, "port to listen on; 0 for any free one");
    public static final SettingKey<String> BIND = SettingKey.text(
            "server.bind",
            WIRE.host(),
            "an address of this machine",
            "address to listen on; any but loopback wants TLS and a token, or server.insecure");
    static final SettingKey<Boolean> INSECURE = SettingKey.choice(
            "server.insecure",
            WIRE.insecure(),
            "true",
            "false",
            "whether other than loopback addresses may go without TLS and token");
    public static final SettingKey<String> CERTIFICATE =
            SettingKey.text("server.tls.certificate", "", "the path of a PEM file", "certificate chain (PEM) for TLS");
    static final SettingKey<String> PRIVATE_KEY = SettingKey.text(
            "server.tls.key", "", "the path of a PEM file", "private key of the certificate (PEM, PKCS #8)");
    public static final SettingKey<String> TOKEN =
            SettingKey.secret("server.token", "what clients must send as \"authorization: Bearer <token>\"");
    static final SettingKey<Duration> SHUTDOWN_GRACE = SettingKey.duration(
            "server.shutdown-grace",
            WIRE.shutdownGrace(),
            NONE,
            "how long clients have to see their streams end when the broker stops");
    static final SettingKey<Long> MAX_STREAMS = SettingKey.number(
            "server.max-streams",
            WIRE.limits().maxStreams(),
            1,
            Integer.MAX_VALUE,
            "streams that all clients together may have open");
    static final SettingKey<Long> MAX_STREAMS_PER_CONNECTION = SettingKey.number(
            "server.max-streams-per-connection",
            WIRE.limits().maxStreamsPerConnection(),
            1,
            Integer.MAX_VALUE,
            "streams that one connection may have open; clients queue the rest");
    static final SettingKey<Long> MAX_MESSAGE = SettingKey.number(
            "server.max-message",
            WIRE.limits().maxMessageBytes(),
            WireSettings.Limits.SMALLEST_MESSAGE_LIMIT_BYTES,
            WireSettings.Limits.MESSAGE_CEILING_BYTES,
            "bytes of the largest message that is taken");
    static final SettingKey<Duration> KEEPALIVE = SettingKey.duration(
            "server.keepalive",
            WIRE.keepAlive().time(),
            WireSettings.KeepAlive.SHORTEST_TIME,
            "how long a connection may be silent before it is pinged");
    static final SettingKey<Duration> KEEPALIVE_TIMEOUT = SettingKey.duration(
            "server.keepalive-timeout",
            WIRE.keepAlive().timeout(),
            WireSettings.KeepAlive.SHORTEST_TIMEOUT,
            "how long a ping may stay unanswered before its connection is closed");
    static final SettingKey<Duration> PERMITTED_PING = SettingKey.duration(
            "server.permitted-ping",
            WIRE.keepAlive().permittedPing(),
            NONE,
            "shortest time between two pings of a client; one that pings more often is cut off");
    static final SettingKey<Duration> HANDSHAKE_TIMEOUT = SettingKey.duration(
            "server.handshake-timeout",
            WIRE.limits().handshakeTimeout(),
            A_MILLISECOND,
            "how long a new connection has to agree on TLS and HTTP/2");
    static final SettingKey<Long> MAX_RESETS = SettingKey.number(
            "server.max-resets",
            WIRE.limits().maxResets(),
            1,
            Integer.MAX_VALUE,
            "streams that one connection may reset within the window before it is closed");
    static final SettingKey<Duration> RESET_WINDOW = SettingKey.wholeSeconds(
            "server.reset-window", WIRE.limits().resetWindow(), "the window in which resets are counted");
    static final SettingKey<Long> REOPENS_PER_SECOND = SettingKey.number(
            "server.reopens-per-second",
            WIRE.limits().reopensPerSecond(),
            1,
            Integer.MAX_VALUE,
            "streams that one connection may open a second in the place of reset ones; one that opens more is read slowly");
    static final SettingKey<Long> MAX_WAITING = SettingKey.number(
            "server.max-waiting",
            WIRE.limits().maxWaitingBytes(),
            WireSettings.Limits.SMALLEST_WAITING_LIMIT_BYTES,
            Integer.MAX_VALUE,
            "bytes that may wait for a client to read them before its connection is closed");
    static final SettingKey<Duration> FIRST_MESSAGE_TIMEOUT = SettingKey.duration(
            "server.first-message-timeout",
            RULES.firstMessageTimeout(),
            A_MILLISECOND,
            "how long a stream may stay silent before its first message");
    public static final SettingKey<String> DATA_DIRECTORY = SettingKey.text(
            "data.directory",
            "",
            "the path of a directory",
            "where rules, levels, window settings and logs are kept; the platform's own place by default");
    static final SettingKey<Long> CAPACITY = SettingKey.number(
            "resources.capacity",
            RULES.capacityUnits(),
            1,
            OperatorCommand.MAX_UNITS,
            "units a tank holds that nobody has set otherwise");
    static final SettingKey<Long> RESUME_PERCENT = SettingKey.number(
            "resources.resume-percent",
            RULES.resumePercent(),
            0,
            99,
            "resume mark: demand returns at or below this share of the capacity");
    static final SettingKey<Boolean> UNKNOWN = SettingKey.choice(
            "resources.unknown",
            RULES.createUnknownResources(),
            "create",
            "reject",
            "what becomes of a resource seen for the first time");
    static final SettingKey<Long> MAX_RESOURCES = SettingKey.number(
            "resources.max", RULES.maxResources(), 1, Integer.MAX_VALUE, "resources that the broker creates");
    static final SettingKey<Long> FILL_PERCENT = SettingKey.number(
            "consumers.fill-percent",
            RULES.fillPercent(),
            1,
            100,
            "how far a consumer's own buffer is filled; the rest covers what the network delays");
    static final SettingKey<Duration> COALESCING = SettingKey.duration(
            "consumers.coalescing", RULES.coalescing(), NONE, "shortest time between two messages to one consumer");
    static final SettingKey<Duration> FIRST_REPEAT = SettingKey.duration(
            "requests.first-repeat",
            RULES.firstRepeat(),
            A_MILLISECOND,
            "how long an unanswered request waits before it is sent again; doubles each time");
    static final SettingKey<Duration> LONGEST_REPEAT = SettingKey.duration(
            "requests.longest-repeat", RULES.longestRepeat(), A_MILLISECOND, "the most that a repeat waits");
    static final SettingKey<Long> MAX_CLIENTS =
            SettingKey.number("clients.max", RULES.maxClients(), 1, Integer.MAX_VALUE, "clients that may be connected");
    static final SettingKey<Long> MAX_STREAMS_PER_CLIENT = SettingKey.number(
            "clients.max-streams",
            RULES.maxStreamsPerClient(),
            1,
            Integer.MAX_VALUE,
            "streams that one client may have open");

    /** All keys, in the order of the manual. */
    public static final List<SettingKey<?>> KEYS = List.of(
            PORT,
            BIND,
            INSECURE,
            CERTIFICATE,
            PRIVATE_KEY,
            TOKEN,
            SHUTDOWN_GRACE,
            MAX_STREAMS,
            MAX_STREAMS_PER_CONNECTION,
            MAX_MESSAGE,
            MAX_WAITING,
            FIRST_MESSAGE_TIMEOUT,
            HANDSHAKE_TIMEOUT,
            KEEPALIVE,
            KEEPALIVE_TIMEOUT,
            PERMITTED_PING,
            MAX_RESETS,
            RESET_WINDOW,
            REOPENS_PER_SECOND,
            CAPACITY,
            RESUME_PERCENT,
            UNKNOWN,
            MAX_RESOURCES,
            FILL_PERCENT,
            COALESCING,
            FIRST_REPEAT,
            LONGEST_REPEAT,
            MAX_CLIENTS,
            MAX_STREAMS_PER_CLIENT,
            DATA_DIRECTORY);

    /** Checks all values, each alone and against each other. */
    public static Settings of(SettingValues values, Path standardDataDirectory) throws StartupException {
        Path directory = values.findPath(DATA_DIRECTORY);
        return new Settings(
                wire(values),
                broker(values),
                directory == null ? standardDataDirectory.toAbsolutePath() : directory,
                KEYS.stream().map(values::describe).toList(),
                values.secrets());
    }

    /** Whether clients without TLS and token can connect; those of the demo are such. */
    public boolean allowsPlaintext() {
        return !wire.tls() && wire.token() == null;
    }

    private static WireSettings wire(SettingValues values) throws StartupException {
        Path certificate = values.findPath(CERTIFICATE);
        Path privateKey = values.findPath(PRIVATE_KEY);
        if ((certificate == null) != (privateKey == null)) {
            SettingKey<?> present = certificate == null ? PRIVATE_KEY : CERTIFICATE;
            SettingKey<?> missing = certificate == null ? CERTIFICATE : PRIVATE_KEY;
            throw new StartupException(
                    values.named(present) + " was given without " + missing.name() + "; expected both.");
        }
        String token = values.find(TOKEN);
        boolean insecure = values.get(INSECURE);
        String host = values.get(BIND);
        if (!insecure && (certificate == null || token == null) && !isLoopback(host, values)) {
            throw new StartupException(values.named(BIND) + " is \"" + host + "\", which others can reach; expected "
                    + missing(certificate, token) + " as well, or " + INSECURE.name()
                    + "=true to let anyone take and produce units.");
        }
        return new WireSettings(
                host,
                values.get(PORT).intValue(),
                certificate,
                privateKey,
                token,
                insecure,
                values.get(SHUTDOWN_GRACE),
                new WireSettings.KeepAlive(
                        values.get(KEEPALIVE), values.get(KEEPALIVE_TIMEOUT), values.get(PERMITTED_PING)),
                new WireSettings.Limits(
                        values.get(MAX_STREAMS).intValue(),
                        values.get(MAX_STREAMS_PER_CONNECTION).intValue(),
                        values.get(MAX_MESSAGE).intValue(),
                        values.get(FIRST_MESSAGE_TIMEOUT),
                        values.get(HANDSHAKE_TIMEOUT),
                        values.get(MAX_RESETS).intValue(),
                        values.get(RESET_WINDOW),
                        values.get(REOPENS_PER_SECOND).intValue(),
                        values.get(MAX_WAITING).intValue()));
    }

    private static String missing(@Nullable Path certificate, @Nullable String token) {
        String tls = certificate == null ? CERTIFICATE.name() + " and " + PRIVATE_KEY.name() : "";
        return tls + (tls.isEmpty() || token != null ? "" : " and ") + (token == null ? TOKEN.name() : "");
    }

    private static boolean isLoopback(String host, SettingValues values) throws StartupException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StartupException(
                    values.named(BIND) + " is \"" + host + "\"; expected " + BIND.expected() + ".", e);
        }
    }

    private static BrokerSettings broker(SettingValues values) throws StartupException {
        Duration firstRepeat = values.get(FIRST_REPEAT);
        Duration longestRepeat = values.get(LONGEST_REPEAT);
        if (longestRepeat.compareTo(firstRepeat) < 0) {
            throw new StartupException(
                    values.named(LONGEST_REPEAT) + " is " + SettingKey.text(longestRepeat) + "; expected no less than "
                            + values.named(FIRST_REPEAT) + ", which is " + SettingKey.text(firstRepeat) + ".");
        }
        return BrokerSettings.builder()
                .capacityUnits(values.get(CAPACITY))
                .resumePercent(values.get(RESUME_PERCENT).intValue())
                .fillPercent(values.get(FILL_PERCENT).intValue())
                .coalescing(values.get(COALESCING))
                .firstMessageTimeout(values.get(FIRST_MESSAGE_TIMEOUT))
                .firstRepeat(firstRepeat)
                .longestRepeat(longestRepeat)
                .createUnknownResources(values.get(UNKNOWN))
                .maxStreamsPerClient(values.get(MAX_STREAMS_PER_CLIENT).intValue())
                .maxClients(values.get(MAX_CLIENTS).intValue())
                .maxResources(values.get(MAX_RESOURCES).intValue())
                .build();
    }
}
