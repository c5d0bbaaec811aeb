package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.wire.WireSettings.KeepAlive;
import virdi.wire.WireSettings.Limits;

class WireSettingsTest {
    private static final Path FILE = Path.of("some.pem");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    void loopbackNeedsNeitherTlsNorToken(String host) {
        assertThat(WireSettings.DEFAULT.at(host, 0).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void anyOtherAddressWantsTlsAndToken(String host) {
        refused(() -> secured(host, null, null, null, false), "expected a bind address on loopback, or TLS");
        refused(() -> secured(host, FILE, FILE, null, false), "expected a bind address on loopback, or TLS");
        refused(() -> secured(host, null, null, "secret", false), "expected a bind address on loopback, or TLS");
        assertThat(secured(host, FILE, FILE, "secret", false).tls()).isTrue();
        assertThat(secured(host, null, null, null, true).tls()).isFalse();
    }

    @Test
    void valuesThatMakeNoSenseAreRefusedWithWhatWasExpected() {
        refused(() -> WireSettings.DEFAULT.at("127.0.0.1", 65_536), "expected a port of 0 to 65535, not 65536");
        refused(() -> WireSettings.DEFAULT.at("127.0.0.1", -1), "expected a port of 0 to 65535, not -1");
        refused(() -> WireSettings.DEFAULT.at("no such host", 1), "not 'no such host'");
        refused(() -> secured("127.0.0.1", FILE, null, null, false), "certificate and key together");
        refused(() -> secured("127.0.0.1", null, null, "two words", false), "token of printable ASCII");
        refused(() -> secured("127.0.0.1", null, null, "", false), "token of printable ASCII");
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedWithWhatWasExpected() {
        Duration second = Duration.ofSeconds(1);
        refused(() -> new KeepAlive(Duration.ofSeconds(9), second, second), "keepalive time of 10 s or more");
        refused(
                () -> new KeepAlive(Duration.ofSeconds(10), Duration.ZERO, second),
                "keepalive timeout of 10 ms or more");
        refused(
                () -> new KeepAlive(Duration.ofSeconds(10), second, second.negated()),
                "permitted client ping of 0 or more");
        refused(() -> new Limits(0, 1, 512, second, second, 1, second, 1, 131_072), "stream limit of 1 or more");
        refused(() -> new Limits(1, 0, 512, second, second, 1, second, 1, 131_072), "stream limit of 1 or more");
        refused(
                () -> new Limits(1, 1, 511, second, second, 1, second, 1, 131_072),
                "message limit of 512 to 65536 bytes, not 511");
        refused(() -> new Limits(1, 1, 65_537, second, second, 1, second, 1, 131_072), "bytes, not 65537");
        refused(
                () -> new Limits(1, 1, 512, Duration.ZERO, second, 1, second, 1, 131_072),
                "first message timeout above 0");
        refused(() -> new Limits(1, 1, 512, second, Duration.ZERO, 1, second, 1, 131_072), "handshake timeout above 0");
        refused(() -> new Limits(1, 1, 512, second, second, 0, second, 1, 131_072), "reset limit of 1 or more");
        refused(
                () -> new Limits(1, 1, 512, second, second, 1, second, 0, 131_072),
                "rate of reopened streams of 1 or more");
        refused(
                () -> new Limits(1, 1, 512, second, second, 1, Duration.ofMillis(1_500), 1, 131_072),
                "reset window of whole seconds, not PT1.5S");
        refused(() -> new Limits(1, 1, 512, second, second, 1, second, 1, 131_071), "131072 bytes or more, not 131071");
    }

    @Test
    void theTokenIsNotShown() {
        assertThat(secured("0.0.0.0", FILE, FILE, "secret", false).toString())
                .isEqualTo("WireSettings[0.0.0.0:0, TLS, token]");
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    static WireSettings secured(
            String host, @Nullable Path certificate, @Nullable Path key, @Nullable String token, boolean insecure) {
        return new WireSettings(
                host, 0, certificate, key, token, insecure, Duration.ofMillis(500), KeepAlive.DEFAULT, Limits.DEFAULT);
    }

    /** Settings of a server that bears few streams a second in the place of reset ones. */
    static WireSettings slowingReopens(int reopensPerSecond) {
        Limits usual = Limits.DEFAULT;
        return with(
                KeepAlive.DEFAULT,
                new Limits(
                        usual.maxStreams(),
                        usual.maxStreamsPerConnection(),
                        usual.maxMessageBytes(),
                        usual.firstMessageTimeout(),
                        usual.handshakeTimeout(),
                        usual.maxResets(),
                        usual.resetWindow(),
                        reopensPerSecond,
                        usual.maxWaitingBytes()));
    }

    /** Settings of a server that soon has enough of a connection. */
    static WireSettings strict(int maxStreamsPerConnection, int maxResets, Duration handshakeTimeout) {
        Limits usual = Limits.DEFAULT;
        return with(
                KeepAlive.DEFAULT,
                new Limits(
                        usual.maxStreams(),
                        maxStreamsPerConnection,
                        usual.maxMessageBytes(),
                        usual.firstMessageTimeout(),
                        handshakeTimeout,
                        maxResets,
                        usual.resetWindow(),
                        usual.reopensPerSecond(),
                        usual.maxWaitingBytes()));
    }

    /** On any free port of the loopback interface, with little grace. */
    static WireSettings with(KeepAlive keepAlive, Limits limits) {
        return new WireSettings("127.0.0.1", 0, null, null, null, false, Duration.ofMillis(500), keepAlive, limits);
    }
}
