package virdi.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersDecoder;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A client that writes HTTP/2 frames by hand, so that it can write them wrong. One thread writes, a thread of its own
 * reads what comes back, if it reads at all.
 */
final class RawHttp2 implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;

    private static final int RECEIVE_BUFFER_BYTES = 4_096;
    private static final int PATIENCE_SECONDS = 20;

    /**
     * How a stream ended.
     *
     * @param told "status 3" as gRPC's number, "http 415" without one, or "reset 8" as HTTP/2's error
     */
    record End(String told, String message, String accepted) {}

    private final Socket socket;
    private final OutputStream out;
    private final Map<Integer, CompletableFuture<End>> ends = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> data = new ConcurrentHashMap<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final Http2HeadersDecoder headers = new DefaultHttp2HeadersDecoder();
    private final Map<Integer, Http2Headers> responded = new HashMap<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger pongs = new AtomicInteger();
    private boolean answers = true;
    private String goodbye = "";
    private int nextStream = 1;

    private RawHttp2(int port) throws IOException {
        this(new Socket(), port);
    }

    private RawHttp2(Socket socket, int port) throws IOException {
        this.socket = socket;
        // So that little passes unread, if nothing is read.
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
    }

    /** Connects and says nothing, not even an answer. */
    static RawHttp2 mute(int port) throws IOException {
        var client = new RawHttp2(port);
        client.answers = false;
        return client.listen();
    }

    /** Connects and greets. */
    static RawHttp2 connect(int port) throws IOException {
        return new RawHttp2(port).greet().listen();
    }

    /** Connects to a server that shows this certificate, and greets. */
    static RawHttp2 connect(int port, Certificate certificate) throws IOException, GeneralSecurityException {
        var socket = (SSLSocket) certificate.trusting().getSocketFactory().createSocket();
        SSLParameters http2 = socket.getSSLParameters();
        http2.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(http2);
        return new RawHttp2(socket, port).greet().listen();
    }

    /** Connects, greets, and never reads a byte. */
    static RawHttp2 deaf(int port) throws IOException {
        return new RawHttp2(port).greet();
    }

    private RawHttp2 greet() throws IOException {
        write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return frame(SETTINGS, 0, 0);
    }

    private RawHttp2 listen() {
        Thread.startVirtualThread(this::read);
        return this;
    }

    synchronized RawHttp2 write(byte... bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    RawHttp2 frame(int type, int flags, int stream, byte... payload) throws IOException {
        return write(bytes(type, flags, stream, payload));
    }

    /** The same frame of the connection so many times, in one write. */
    RawHttp2 frames(int times, int type, byte... payload) throws IOException {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes(type, 0, 0, payload));
        }
        return write(all.toByteArray());
    }

    private static byte[] bytes(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /**
     * Opens a stream of a call as every gRPC client does; more headers, or others in their place, by pairs: what is null
     * is left out.
     */
    int call(String path, @Nullable String... more) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put(":method", List.of("POST"));
        fields.put(":scheme", List.of("http"));
        fields.put(":path", List.of(path));
        fields.put(":authority", List.of("virdi"));
        fields.put("content-type", List.of("application/grpc"));
        fields.put("te", List.of("trailers"));
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            List<String> values = others.computeIfAbsent(more[i], name -> new ArrayList<>());
            if (more[i + 1] != null) {
                values.add(more[i + 1]);
            }
        }
        fields.putAll(others);
        int stream = nextStream;
        nextStream += 2;
        frame(HEADERS, END_HEADERS, stream, fields(fields));
        return stream;
    }

    /** Header fields as HPACK literals that touch no table. */
    private static byte[] fields(Map<String, List<String>> fields) {
        var bytes = new ByteArrayOutputStream();
        fields.forEach((name, values) -> values.forEach(value -> {
            bytes.write(0);
            text(bytes, name);
            text(bytes, value);
        }));
        return bytes.toByteArray();
    }

    private static void text(ByteArrayOutputStream bytes, String text) {
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = content.length;
        bytes.write(Math.min(length, 127));
        for (length -= 127; length >= 0; length = length < 128 ? -1 : length >> 7) {
            bytes.write(length < 128 ? length : length & 127 | 128);
        }
        bytes.writeBytes(content);
    }

    /** A message in gRPC's own frame: a flag byte, four bytes of length, the content. */
    static byte[] message(int flag, int length, byte... content) {
        return ByteBuffer.allocate(5 + content.length)
                .put((byte) flag)
                .putInt(length)
                .put(content)
                .array();
    }

    static byte[] message(byte... content) {
        return message(0, content.length, content);
    }

    /** How a stream ends. */
    End awaitEnd(int stream) {
        return get(end(stream));
    }

    boolean ended(int stream) {
        return end(stream).isDone();
    }

    /** Waits until more messages have come on a stream than had by now. */
    void awaitMore(int stream) {
        int before = count(stream).get();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> count(stream).get() > before);
    }

    /** Waits for the end of the connection: what the server said before it closed, "" for nothing. */
    String awaitClosed() {
        return get(closed);
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** How many pings came, which were answered. */
    int pings() {
        return pings.get();
    }

    /** How many of our pings were answered. */
    int pongs() {
        return pongs.get();
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("it did not end", e);
        }
    }

    private CompletableFuture<End> end(int stream) {
        return ends.computeIfAbsent(stream, key -> new CompletableFuture<>());
    }

    private AtomicInteger count(int stream) {
        return data.computeIfAbsent(stream, key -> new AtomicInteger());
    }

    private void read() {
        try (var in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                int lengthAndType = in.readInt();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(lengthAndType >>> 8);
                take(lengthAndType & 255, flags, stream, payload);
            }
        } catch (EOFException | SocketException end) {
            closed.complete(goodbye);
        } catch (IOException | Http2Exception e) {
            closed.completeExceptionally(e);
        }
    }

    private void take(int type, int flags, int stream, byte[] payload) throws Http2Exception {
        switch (type) {
            case SETTINGS -> {
                if (flags != ACK && answers) {
                    answer(SETTINGS);
                }
            }
            case PING -> {
                if (flags == ACK) {
                    pongs.incrementAndGet();
                } else {
                    pings.incrementAndGet();
                    answer(PING, payload);
                }
            }
            case GOAWAY ->
                goodbye = "goaway " + ByteBuffer.wrap(payload).getInt(4) + " "
                        + new String(payload, 8, payload.length - 8, StandardCharsets.UTF_8);
            case RST_STREAM ->
                end(stream).complete(new End("reset " + ByteBuffer.wrap(payload).getInt(), "", ""));
            case DATA -> {
                count(stream).incrementAndGet();
                if ((flags & END_STREAM) != 0) {
                    end(stream).complete(end(responded.getOrDefault(stream, new DefaultHttp2Headers())));
                }
            }
            case HEADERS -> {
                ByteBuf block = Unpooled.wrappedBuffer(payload);
                Http2Headers fields = headers.decodeHeaders(stream, block);
                responded.put(stream, fields);
                if ((flags & END_STREAM) != 0) {
                    end(stream).complete(end(fields));
                }
            }
            default -> {}
        }
    }

    /** A server that has closed the connection can't take an answer, but what it said before is still to be read. */
    private void answer(int type, byte... payload) {
        try {
            frame(type, ACK, 0, payload);
        } catch (IOException closed) {
            answers = false;
        }
    }

    private static End end(Http2Headers fields) {
        String status = field(fields, "grpc-status");
        boolean http = !"200".contentEquals(fields.status() == null ? "200" : fields.status());
        return new End(
                http ? "http " + fields.status() + " status " + status : "status " + status,
                field(fields, "grpc-message"),
                field(fields, "virdi-accepted"));
    }

    private static String field(Http2Headers fields, String name) {
        CharSequence value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
