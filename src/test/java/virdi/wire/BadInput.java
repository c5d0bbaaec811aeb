package virdi.wire;

import static virdi.wire.RawHttp2.CONTINUATION;
import static virdi.wire.RawHttp2.DATA;
import static virdi.wire.RawHttp2.END_HEADERS;
import static virdi.wire.RawHttp2.HEADERS;
import static virdi.wire.RawHttp2.PING;
import static virdi.wire.RawHttp2.RST_STREAM;
import static virdi.wire.RawHttp2.SETTINGS;
import static virdi.wire.RawHttp2.WINDOW_UPDATE;
import static virdi.wire.RawHttp2.message;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;

/** The table of what no client should send, and of how it is answered. */
final class BadInput {
    static final String OFFER = "/Virdi/OfferProduction";
    static final String PRODUCE = "/Virdi/Produce";
    static final String CONSUME = "/Virdi/Consume";

    static final String INVALID = "status 3";
    private static final String UNIMPLEMENTED = "status 12";

    static final String[] NO_HEADERS = {};
    private static final String NOT_PROTOBUF =
            "the message is not valid protobuf; expected one as virdi.proto declares it";
    static final String TOO_LARGE = "the message is too large; expected at most 4096 bytes";
    private static final String LONG = "x".repeat(257);
    private static final String HUGE = "x".repeat(10_240);

    private BadInput() {}

    /**
     * A call that ends badly.
     *
     * @param data the DATA frames that are sent; the last one ends the stream
     * @param told how it may end, as {@link RawHttp2.End} writes it
     * @param accepted what the trailers of a production say where the broker has ended it
     */
    record BadCall(
            String name,
            String path,
            @Nullable String[] headers,
            byte[][] data,
            String told,
            String message,
            String accepted) {
        @Override
        public String toString() {
            return path.substring(path.lastIndexOf('/') + 1) + ": " + name;
        }
    }

    /** Something done on a connection that breaks it; it has one stream open. */
    record BadConnection(String name, Act act) {
        interface Act {
            void on(RawHttp2 client, int stream) throws IOException;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The first bytes of a connection. */
    record BadGreeting(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static ConsumptionRequest witness(String consumer, int rate, int buffer) {
        return TestClient.request(consumer, "iron", rate).setBufferLimit(buffer).build();
    }

    static Stream<BadCall> offers() {
        return Stream.of(
                invalid("no message", OFFER, "expected a request message, but the stream was half-closed"),
                invalid("no field", OFFER, "resource_id is empty", ""),
                offer("empty id", "", "resource_id is empty"),
                offer("id of 257 bytes", LONG, "resource_id is too long"),
                offer("id of 10 kB", HUGE, TOO_LARGE),
                offer("line feed", "ir\non", "resource_id has a control character"),
                offer("null character", "\0", "resource_id has a control character"),
                offer("delete character", "iron\u007f", "resource_id has a control character"),
                offer("C1 control character", "iron\u0085", "resource_id has a control character"),
                invalid("number for text", OFFER, "resource_id is empty", "0801"),
                invalid("overlong UTF-8", OFFER, NOT_PROTOBUF, "0a02c080"),
                invalid("surrogate in UTF-8", OFFER, NOT_PROTOBUF, "0a03eda080"),
                invalid("cut UTF-8", OFFER, NOT_PROTOBUF, "0a01c3"),
                invalid("no UTF-8", OFFER, NOT_PROTOBUF, "0a01ff"),
                invalid("length past the end", OFFER, NOT_PROTOBUF, "0a6478"),
                invalid("length of 2^32-1", OFFER, NOT_PROTOBUF, "0affffffff0f"),
                invalid("length below zero", OFFER, NOT_PROTOBUF, "0affffffffffffffffff01"),
                invalid("field number 0", OFFER, NOT_PROTOBUF, "0200"),
                invalid("wire type 7", OFFER, NOT_PROTOBUF, "0f"),
                invalid("number without end", OFFER, NOT_PROTOBUF, "08ffffffffffffffffffffff"),
                invalid("group without end", OFFER, NOT_PROTOBUF, "0b"),
                invalid("end without group", OFFER, NOT_PROTOBUF, "0c"),
                invalid("groups 200 deep", OFFER, NOT_PROTOBUF, "0b".repeat(200) + "0c".repeat(200)),
                invalid("two messages", OFFER, "expected exactly one request message", "0a0169", "0a0169"));
    }

    static Stream<BadCall> consumers() {
        return Stream.of(
                invalid("no message", CONSUME, "expected a request message, but the stream was half-closed"),
                invalid("no field", CONSUME, "consumer_id is empty", ""),
                consumer("no consumer", "", "iron", 1, "consumer_id is empty"),
                consumer("no resource", "c", "", 1, "resource_id is empty"),
                consumer("consumer of 257 bytes", LONG, "iron", 1, "consumer_id is too long"),
                consumer("consumer of 10 kB", HUGE, "iron", 1, TOO_LARGE),
                consumer("resource of 10 kB", "c", HUGE, 1, TOO_LARGE),
                consumer("control character", "c\u0001", "iron", 1, "consumer_id has a control character"),
                consumer("rate 0", "c", "iron", 0, "max_rate is 0; expected 1 or more units per minute"),
                // Of a number that is too long protobuf takes the low 32 bits.
                invalid("rate of 2^32", CONSUME, "max_rate is 0", "0a0163" + "120169" + "188080808010"),
                invalid("text for a rate", CONSUME, "max_rate is 0", "0a0163" + "120169" + "1a0131"),
                invalid("no UTF-8 in the second id", CONSUME, NOT_PROTOBUF, "0a0163" + "1201ff" + "1801"),
                invalid("cut in the middle", CONSUME, NOT_PROTOBUF, "0a0163" + "12056972"),
                invalid("two messages", CONSUME, "expected exactly one request", "0a0163", "0a0163"));
    }

    static Stream<BadCall> productions() {
        String init = "0a060a0469726f6e";
        return Stream.of(
                invalid(
                        "no message",
                        PRODUCE,
                        "expected init_info in the first message, but the stream was half-closed"),
                invalid("no field", PRODUCE, "expected init_info in the first message, but it carries neither", ""),
                invalid(
                        "amount first",
                        PRODUCE,
                        "expected init_info in the first message, but it carries amount",
                        "1001"),
                invalid(
                        "amount 0 first",
                        PRODUCE,
                        "expected init_info in the first message, but it carries amount",
                        "1000"),
                invalid("amount after init in one", PRODUCE, "first message, but it carries amount", init + "1001"),
                invalid("init of nothing", PRODUCE, "init_info.resource_id is empty", "0a00"),
                production("init of 257 bytes", LONG, "init_info.resource_id is too long"),
                production("init of 10 kB", HUGE, TOO_LARGE),
                production("control character", "\u001b[2J", "init_info.resource_id has a control character"),
                invalid("no UTF-8", PRODUCE, NOT_PROTOBUF, "0a030a01ff"),
                invalid("cut init", PRODUCE, NOT_PROTOBUF, "0a060a0469"),
                invalid("text for an amount", PRODUCE, "but it carries neither", "120131"),
                taken("second init", "17", "expected amount, but a second init_info came", init, "1011", init),
                taken("empty message later", "17", "but a message carries neither", init, "1011", "", "1001"),
                taken("no protobuf later", "17", NOT_PROTOBUF, init, "1011", "ff", "1001"),
                taken("oversized later", "17", TOO_LARGE, init, "1011", "00".repeat(5_000), "1001"),
                taken("unknown field alone", "0", "but a message carries neither", init, "5001"));
    }

    /** Faults in gRPC's own headers, and HTTP that is no gRPC. */
    static Stream<BadCall> headers() {
        return Stream.concat(
                Stream.of(OFFER, PRODUCE, CONSUME).flatMap(BadInput::headers),
                Stream.of(
                        headers("", "/Virdi/Steal", UNIMPLEMENTED, "Method not found: Virdi/Steal"),
                        headers("", "/Other/Produce", UNIMPLEMENTED, "Method not found: Other/Produce"),
                        headers("", "/", UNIMPLEMENTED, "Method not found"),
                        headers("", "/Virdi/Produce/", UNIMPLEMENTED, "Method not found"),
                        headers("", "Virdi/Produce", "http 404 status 12", "expected /service/method"),
                        headers("no path", OFFER, "http 404 status 12", "expected /service/method", ":path", null),
                        headers("empty path", "", "http 404 status 12", "expected /service/method")));
    }

    private static Stream<BadCall> headers(String path) {
        String name = "client-id is not valid; expected 1 to 256 printable ASCII characters";
        String timeout = "grpc-timeout is not valid; expected 1 to 8 digits and one of H, M, S, m, u and n";
        String content = "expected the content-type application/grpc";
        return Stream.of(
                headers("client-id of 257", path, INVALID, name, "client-id", LONG),
                headers("client-id of Latin-1", path, INVALID, name, "client-id", "caf\u00e9"),
                headers("client-id of two lines", path, INVALID, name, "client-id", "a\nb"),
                headers("blank client-id", path, INVALID, name, "client-id", " "),
                headers("unit of a timeout", path, INVALID, timeout, "grpc-timeout", "10X"),
                headers("timeout of many digits", path, INVALID, timeout, "grpc-timeout", "123456789S"),
                headers("timeout of none", path, INVALID, timeout, "grpc-timeout", "S"),
                headers("timeout below zero", path, INVALID, timeout, "grpc-timeout", "-1S"),
                headers(
                        "9 kB of headers",
                        path,
                        INVALID,
                        "the headers are too large; expected at most 8192 bytes",
                        "x-much",
                        "x".repeat(9_000)),
                headers("unknown encoding", path, UNIMPLEMENTED, "expected gzip or identity", "grpc-encoding", "lzma"),
                headers("empty encoding", path, UNIMPLEMENTED, "expected gzip or identity", "grpc-encoding", ""),
                headers("another content", path, "http 415 status 3", content, "content-type", "text/html"),
                headers("the web's gRPC", path, "http 415 status 3", content, "content-type", "application/grpc-web"),
                headers("no content", path, "http 415 status 3", content, "content-type", null),
                headers("no verb", path, "http 405 status 3", "expected the method POST", ":method", null),
                headers(
                        "two hosts",
                        path,
                        "http 400 status 3",
                        "expected one, or :authority",
                        ":authority",
                        null,
                        "host",
                        "a",
                        "host",
                        "b"),
                headers("another verb", path, "http 405 status 3", "expected the method POST", ":method", "GET"));
    }

    static Stream<BadConnection> connections() {
        return Stream.of(
                new BadConnection(
                        "data on a stream that is none", (client, stream) -> client.frame(DATA, 0, 77, new byte[1])),
                new BadConnection(
                        "reset of a stream that is none",
                        (client, stream) -> client.frame(RST_STREAM, 0, 77, new byte[4])),
                new BadConnection(
                        "headers on an even stream",
                        (client, stream) -> client.frame(HEADERS, END_HEADERS, 2, hex("82"))),
                new BadConnection(
                        "headers that are no HPACK",
                        (client, stream) -> client.frame(HEADERS, END_HEADERS, stream + 2, hex("ffffffffffffff"))),
                new BadConnection("headers without end", (client, stream) -> {
                    client.frame(HEADERS, 0, stream + 2, new byte[16_000]);
                    client.frame(CONTINUATION, 0, stream + 2, new byte[16_000]);
                    client.frame(CONTINUATION, 0, stream + 2, new byte[16_000]);
                }),
                new BadConnection(
                        "frame of 20 kB", (client, stream) -> client.frame(DATA, 0, stream, new byte[20_000])),
                new BadConnection("settings of 3 bytes", (client, stream) -> client.frame(SETTINGS, 0, 0, new byte[3])),
                new BadConnection("ping of 4 bytes", (client, stream) -> client.frame(PING, 0, 0, new byte[4])),
                new BadConnection(
                        "window larger by 0", (client, stream) -> client.frame(WINDOW_UPDATE, 0, 0, new byte[4])),
                new BadConnection(
                        "window above 2^31", (client, stream) -> client.frame(WINDOW_UPDATE, 0, 0, hex("7fffffff"))),
                new BadConnection(
                        "a client's push", (client, stream) -> client.frame(5, END_HEADERS, stream, hex("0000000282"))),
                new BadConnection(
                        "continuation of nothing",
                        (client, stream) -> client.frame(CONTINUATION, END_HEADERS, stream, hex("82"))));
    }

    static Stream<BadGreeting> greetings() {
        return Stream.of(
                new BadGreeting(
                        "HTTP/1.1", "GET / HTTP/1.1\r\nHost: virdi\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                new BadGreeting("zeros", new byte[100]),
                new BadGreeting("TLS", hex("1603010200010001fc0303" + "5a".repeat(64))),
                new BadGreeting("a frame before the preface", hex("000000040000000000" + "00".repeat(24))),
                new BadGreeting(
                        "preface and no settings",
                        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "x".repeat(30)).getBytes(StandardCharsets.US_ASCII)));
    }

    private static BadCall offer(String name, String id, String message) {
        return invalid(
                name,
                OFFER,
                message,
                hex(ProductionOffer.newBuilder().setResourceId(id).build().toByteString()));
    }

    private static BadCall consumer(String name, String consumer, String resource, int rate, String message) {
        return invalid(
                name,
                CONSUME,
                message,
                hex(TestClient.request(consumer, resource, rate).build().toByteString()));
    }

    private static BadCall production(String name, String resource, String message) {
        var init = ResourceProduction.newBuilder()
                .setInitInfo(ResourceProductionInitInfo.newBuilder().setResourceId(resource));
        return invalid(name, PRODUCE, message, hex(init.build().toByteString()));
    }

    /** Well-framed messages, as hexadecimal digits, of which one is not valid. */
    static BadCall invalid(String name, String path, String message, String... messages) {
        return new BadCall(name, path, NO_HEADERS, frames(messages), INVALID, message, "0");
    }

    private static BadCall taken(String name, String accepted, String message, String... messages) {
        return new BadCall(name, PRODUCE, NO_HEADERS, frames(messages), INVALID, message, accepted);
    }

    private static BadCall headers(String name, String path, String told, String message, @Nullable String... headers) {
        return new BadCall(name, path, headers, new byte[][] {message(hex("0a0169"))}, told, message, "0");
    }

    /** One DATA frame for each message, and an empty one that ends the stream where there is none. */
    private static byte[][] frames(String... messages) {
        if (messages.length == 0) {
            return new byte[1][0];
        }
        return Stream.of(messages).map(BadInput::hex).map(RawHttp2::message).toArray(byte[][]::new);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
