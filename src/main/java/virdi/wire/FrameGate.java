package virdi.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;

/**
 * Stands between HTTP/2 and gRPC on one connection: what gRPC would end without our trailers, or with a status that this
 * protocol does not know, does not get there. Only the connection's thread calls.
 *
 * <p>Of a stream whose frames broke nothing more is handed on, and the flow-control window of what came is not given
 * back: however much its client has, it comes to a stop by itself, and the other streams of the connection go on.
 */
final class FrameGate extends Http2FrameListenerDecorator {
    /** In the place of a watch: answered before any call was started, by us or by gRPC, or come whole. */
    private static final Object UNWATCHED = new Object();

    private final Http2ConnectionHandler http2;
    private final int maxMessageBytes;
    private final Http2Connection.PropertyKey known;

    private FrameGate(Http2ConnectionHandler http2, int maxMessageBytes) {
        super(http2.decoder().frameListener());
        this.http2 = http2;
        this.maxMessageBytes = maxMessageBytes;
        this.known = http2.connection().newKey();
    }

    /** Has everything that a connection brings pass here first. */
    static void guard(Http2ConnectionHandler http2, int maxMessageBytes) {
        http2.decoder().frameListener(new FrameGate(http2, maxMessageBytes));
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int streamId,
            Http2Headers headers,
            int streamDependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean endStream)
            throws Http2Exception {
        Http2Stream stream = http2.connection().stream(streamId);
        if (stream.getProperty(known) != null) {
            // Headers at the end of a stream are good HTTP. No gRPC client sends them, and gRPC would see a second
            // call.
            onDataRead(context, streamId, Unpooled.EMPTY_BUFFER, 0, endStream);
            return;
        }
        stream.setProperty(known, UNWATCHED);
        NoCall none = NoCall.of(headers);
        if (none != null) {
            var unused = http2.encoder()
                    .writeHeaders(context, streamId, none.answer(headers.path()), 0, true, context.newPromise());
            return;
        }
        boolean mayCompress = NoCall.mayCompress(headers);
        StreamWatch watch = StreamWatch.startedBy(() -> super.onHeadersRead(
                context, streamId, headers, streamDependency, weight, exclusive, padding, endStream));
        if (watch != null) {
            watch.follow(new MessageFrames(mayCompress));
            stream.setProperty(known, watch);
        }
    }

    @Override
    public int onDataRead(ChannelHandlerContext context, int streamId, ByteBuf data, int padding, boolean endOfStream)
            throws Http2Exception {
        Http2Stream stream = http2.connection().stream(streamId);
        if (!(stream.getProperty(known) instanceof StreamWatch watch)) {
            return data.readableBytes() + padding;
        }
        MessageFrames frames = watch.frames();
        if (frames.fault() != null) {
            return padding;
        }
        int good = frames.follow(data, maxMessageBytes, endOfStream);
        if (frames.fault() == null) {
            if (endOfStream) {
                watch.whole();
                stream.setProperty(known, UNWATCHED);
            }
            return super.onDataRead(context, streamId, data, padding, endOfStream);
        }
        int processed = good == 0
                ? padding
                : super.onDataRead(context, streamId, data.slice(data.readerIndex(), good), padding, false);
        watch.broken();
        return processed;
    }
}
