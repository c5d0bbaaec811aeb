package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.atomic.AtomicReference;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.Peer;

/**
 * Keeps the limit of streams over all clients, silent streams included. Tells the operator when a connection comes near its own limit: that one is kept by
 * HTTP/2, and its client just waits above it, without a word. Any thread.
 */
final class StreamLimitInterceptor implements ServerInterceptor {
    private final StreamGateway gateway;
    private final Connections connections;
    private final WireSettings.Limits limits;

    StreamLimitInterceptor(StreamGateway gateway, Connections connections, WireSettings.Limits limits) {
        this.gateway = gateway;
        this.connections = connections;
        this.limits = limits;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (!StreamWatch.isStarting()) {
            // It came without a socket.
            AtomicReference<ServerCall.Listener<Q>> started = new AtomicReference<>();
            new StreamWatch(connections, null, null).start(() -> started.set(interceptCall(call, headers, next)));
            return started.get();
        }
        Peer peer = Caller.of(call, headers).peer();
        int onConnection = StreamWatch.ofCall().count();
        if (onConnection > 0) {
            gateway.crowded(peer, onConnection, limits.maxStreamsPerConnection());
        }
        // This one is counted already.
        if (connections.streams() > limits.maxStreams()) {
            return CallStatus.refuse(
                    call,
                    gateway,
                    peer,
                    new CloseStatus(
                            CloseStatus.Code.UNAVAILABLE,
                            limits.maxStreams() + " streams are open; the limit server.max-streams is "
                                    + limits.maxStreams()));
        }
        return next.startCall(call, headers);
    }
}
