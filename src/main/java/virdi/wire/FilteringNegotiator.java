package virdi.wire;

import io.grpc.ServerCredentials;
import io.grpc.netty.GrpcHttp2ConnectionHandler;
import io.grpc.netty.InternalNettyServerCredentials;
import io.grpc.netty.InternalProtocolNegotiator;
import io.grpc.netty.InternalProtocolNegotiator.ProtocolNegotiator;
import io.netty.channel.ChannelHandler;
import io.netty.util.AsciiString;

/**
 * gRPC's own way of agreeing on TLS and HTTP/2, with a {@link FrameFilter} in what comes of it. Any thread.
 *
 * <p>Stands on what grpc-java calls internal: nothing else lets a server at the frames before gRPC. ADR 8 tells what would
 * replace it.
 */
record FilteringNegotiator(ProtocolNegotiator negotiator, FrameFilter.Server gates) implements ProtocolNegotiator {
    /** The same credentials, gated. */
    static ServerCredentials of(ServerCredentials credentials, FrameFilter.Server gates) {
        InternalProtocolNegotiator.ServerFactory factory = InternalNettyServerCredentials.toNegotiator(credentials);
        return InternalNettyServerCredentials.create((InternalProtocolNegotiator.ServerFactory)
                executors -> new FilteringNegotiator(factory.newNegotiator(executors), gates));
    }

    @Override
    public AsciiString scheme() {
        return negotiator.scheme();
    }

    @Override
    public ChannelHandler newHandler(GrpcHttp2ConnectionHandler http2) {
        FrameFilter.guard(http2, gates);
        return negotiator.newHandler(http2);
    }

    @Override
    public void close() {
        negotiator.close();
    }
}
