package virdi.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AsciiString;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamGateway;
import virdi.model.StreamKind;

/**
 * Stands between HTTP/2 and gRPC on one connection: what gRPC would end without our trailers, or with a status that this
 * protocol does not know, does not get there. Counts the streams that do. Only the connection's thread calls.
 *
 * <p>Of a stream whose frames broke nothing more is handed on, and the flow-control window of what came is not given
 * back: however much its client has, it comes to a stop by itself, and the other streams of the connection go on.
 */
final class FrameFilter extends Http2FrameListenerDecorator {
    // gRPC's headers take no other kind of text as a name.
    private static final AsciiString CLIENT_ID = AsciiString.cached(Caller.CLIENT_ID.name());

    /** In the place of a watch: answered before any call was started, by us or by gRPC. */
    private static final Object UNWATCHED = new Object();
    /** In the place of a watch: an open stream that has come whole. */
    private static final Object WHOLE = new Object();

    /**
     * The part that all filters of one server share.
     *
     * @param desk where refusals are journalled
     * @param reopensPerSecond streams that one connection may open in the place of reset ones before it is read slowly
     * @param trusting whether whoever calls may name itself without a token
     */
    record Server(
            StreamGateway gateway,
            Connections connections,
            int maxMessageBytes,
            int reopensPerSecond,
            boolean trusting) {}

    private final Http2ConnectionHandler http2;
    private final Server server;
    private final Http2Connection.PropertyKey known;
    /** Known from the first stream on. */
    private @Nullable Connection connection;
    /** From the first reset on. */
    private @Nullable ResetRateLimiter brake;

    private FrameFilter(Http2ConnectionHandler http2, Server server) {
        super(http2.decoder().frameListener());
        this.http2 = http2;
        this.server = server;
        this.known = http2.connection().newKey();
    }

    /** Has everything that a connection brings pass here first. */
    static void guard(Http2ConnectionHandler http2, Server server) {
        FrameFilter gate = new FrameFilter(http2, server);
        http2.decoder().frameListener(gate);
        http2.connection().addListener(new Http2ConnectionAdapter() {
            @Override
            public void onStreamClosed(Http2Stream stream) {
                gate.closed(stream);
            }
        });
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
        if (brake != null) {
            brake.opened(context);
        }
        RejectedHeaders none = RejectedHeaders.of(headers);
        if (none != null) {
            stream.setProperty(known, UNWATCHED);
            refuse(none, context, streamId, headers);
            return;
        }
        if (connection == null) {
            connection = Connections.of(context.channel());
        }
        var watch = new StreamWatch(
                server.connections(), connection, new MessageFrames(RejectedHeaders.mayCompress(headers)));
        stream.setProperty(known, watch);
        watch.start(() -> super.onHeadersRead(
                context, streamId, headers, streamDependency, weight, exclusive, padding, endStream));
        if (!watch.isCounted()) {
            stream.setProperty(known, UNWATCHED);
        }
    }

    private void refuse(RejectedHeaders none, ChannelHandlerContext context, int streamId, Http2Headers headers) {
        CharSequence path = headers.path();
        StreamKind kind = path == null || path.isEmpty()
                ? null
                : CallStatus.kind(path.toString().substring(1));
        if (kind != null) {
            CharSequence name = server.trusting() ? headers.get(CLIENT_ID) : null;
            server.gateway().refused(Caller.peer(context.channel().remoteAddress(), name), kind, none.closeStatus());
        }
        var unused = http2.encoder().writeHeaders(context, streamId, none.answer(kind), 0, true, context.newPromise());
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext context, int streamId, long errorCode) throws Http2Exception {
        if (brake == null) {
            brake = new ResetRateLimiter(
                    server.reopensPerSecond(), context.executor().ticker().nanoTime());
        }
        brake.reset();
        super.onRstStreamRead(context, streamId, errorCode);
    }

    private void closed(Http2Stream stream) {
        Object was = stream.getProperty(known);
        if (was == WHOLE || (was instanceof StreamWatch watch && watch.isCounted())) {
            server.connections().closed();
            Objects.requireNonNull(connection).closed();
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
        int good = frames.follow(data, server.maxMessageBytes(), endOfStream);
        if (frames.fault() == null) {
            if (endOfStream) {
                watch.whole();
                stream.setProperty(known, WHOLE);
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
