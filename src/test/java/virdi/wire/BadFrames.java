package virdi.wire;

import static virdi.wire.BadInput.CONSUME;
import static virdi.wire.BadInput.INVALID;
import static virdi.wire.BadInput.NO_HEADERS;
import static virdi.wire.BadInput.OFFER;
import static virdi.wire.BadInput.PRODUCE;
import static virdi.wire.BadInput.TOO_LARGE;
import static virdi.wire.BadInput.hex;
import static virdi.wire.BadInput.invalid;
import static virdi.wire.RawHttp2.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import virdi.wire.BadInput.BadCall;

/** The table of good HTTP/2 whose DATA is no gRPC, on every method, and of what health and reflection can't take. */
final class BadFrames {
    private static final byte[] ZIPPED = zipped(new byte[100_000]);
    private static final String[] GZIP = {"grpc-encoding", "gzip"};
    private static final String NOT_COMPRESSED = "marked as compressed, but grpc-encoding does not tell how";

    private BadFrames() {}

    /** Faults in gRPC's own framing inside good HTTP/2. */
    static Stream<BadCall> frames() {
        String noZip = "could not be decompressed";
        return Stream.concat(
                Stream.of(OFFER, PRODUCE, CONSUME)
                        .flatMap(path -> Stream.concat(
                                brokenFrames()
                                        .map(broken ->
                                                frame(broken.name, path, NO_HEADERS, broken.message, broken.bytes)),
                                Stream.of(
                                        frame("no gzip", path, GZIP, noZip, message(1, 3, new byte[3])),
                                        frame(
                                                "cut gzip",
                                                path,
                                                GZIP,
                                                noZip,
                                                message(1, 12, hex("1f8b08000000000000ff4b4c"))),
                                        frame(
                                                "compressed with nothing",
                                                path,
                                                new String[] {"grpc-encoding", "identity"},
                                                NOT_COMPRESSED,
                                                message(1, 3, new byte[3]))))),
                brokenFrames().flatMap(BadFrames::afterGoodOnes));
    }

    /** Input that health and reflection cannot take; both are gRPC's own. */
    static Stream<BadCall> guests() {
        String reflection = "ServerReflection/ServerReflectionInfo";
        Stream<BadCall> single = Stream.of("Check", "Watch")
                .map("/grpc.health.v1.Health/"::concat)
                .flatMap(path -> Stream.of(
                        invalid("no message", path, "expected a request message, but the stream was half-closed"),
                        invalid("two messages", path, "expected exactly one request message", "", "")));
        Stream<BadCall> any = Stream.of(
                        "/grpc.health.v1.Health/Check",
                        "/grpc.health.v1.Health/Watch",
                        "/grpc.reflection.v1." + reflection,
                        "/grpc.reflection.v1alpha." + reflection)
                .flatMap(path -> Stream.concat(
                        brokenFrames()
                                .map(broken -> frame(broken.name, path, NO_HEADERS, broken.message, broken.bytes)),
                        Stream.of(
                                invalid("no protobuf", path, "not valid protobuf", "ff"),
                                invalid("no UTF-8", path, "not valid protobuf", "0a01ff"),
                                frame("no gzip", path, GZIP, "not valid protobuf", message(1, 3, new byte[3])),
                                frame("a bomb", path, GZIP, "too large", message(1, ZIPPED.length, ZIPPED)))));
        return Stream.concat(single, any);
    }

    private record BrokenFrame(String name, byte[] bytes, String message) {}

    private static Stream<BrokenFrame> brokenFrames() {
        String flag = "expected a byte 0, or 1 before a compressed one";
        String cut = "half-closed within a message; expected as many bytes as its length says";
        return Stream.of(
                new BrokenFrame("reserved bits", message(0xFE, 1, (byte) 0), flag),
                new BrokenFrame("reserved bits and nothing else", new byte[] {2}, flag),
                new BrokenFrame("length of 2^31", message(0, 1 << 31), TOO_LARGE),
                new BrokenFrame("length of 2^32-1", message(0, -1), TOO_LARGE),
                new BrokenFrame("length over the limit", message(0, 4_097), TOO_LARGE),
                new BrokenFrame("cut in its length", new byte[2], cut),
                new BrokenFrame("cut before its message", message(0, 50), cut),
                new BrokenFrame("cut in its message", message(0, 50, new byte[3]), cut),
                new BrokenFrame("compressed, not told how", message(1, 3, new byte[3]), NOT_COMPRESSED));
    }

    /** After two amounts: in a frame of its own, in the same one, and byte by byte. */
    private static Stream<BadCall> afterGoodOnes(BrokenFrame broken) {
        byte[] good = joined(message(hex("0a060a0469726f6e")), message(hex("1011")), message(hex("1001")));
        byte[] all = joined(good, broken.bytes);
        byte[][] pieces = new byte[all.length][];
        for (int i = 0; i < all.length; i++) {
            pieces[i] = new byte[] {all[i]};
        }
        return Stream.of(new byte[][] {good, broken.bytes}, new byte[][] {all}, pieces)
                .map(data -> new BadCall(
                        broken.name + " after good ones, in " + data.length,
                        PRODUCE,
                        NO_HEADERS,
                        data,
                        INVALID,
                        broken.message,
                        "18"));
    }

    private static BadCall frame(String name, String path, String[] headers, String message, byte[] data) {
        return new BadCall(name, path, headers, new byte[][] {data}, INVALID, message, "0");
    }

    private static byte[] zipped(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
