package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import virdi.engine.StreamDesk;
import virdi.model.Ending;
import virdi.model.Peer;

/**
 * What every call must pass: the limit of streams over all clients, silent ones included, and what of its headers gRPC
 * itself would stumble over. Has the operator told when a connection comes near its own limit: that one is kept by
 * HTTP/2, and its client just waits above it, without a word. Any thread.
 */
final class CallGate implements ServerInterceptor {
    private final StreamDesk desk;
    private final Connections connections;
    private final WireSettings.Limits limits;

    CallGate(StreamDesk desk, Connections connections, WireSettings.Limits limits) {
        this.desk = desk;
        this.connections = connections;
        this.limits = limits;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Peer peer = Caller.of(call, headers).peer();
        StreamWatch watch = StreamWatch.ofCall();
        int onConnection = watch.crowdedWith();
        if (onConnection > 0) {
            desk.crowded(peer, onConnection, limits.maxStreamsPerConnection());
        }
        // This one is counted already.
        if (connections.streams() > limits.maxStreams()) {
            return Endings.refuse(
                    call,
                    desk,
                    peer,
                    new Ending(
                            Ending.Code.UNAVAILABLE,
                            limits.maxStreams() + " streams are open; the limit server.max-streams is "
                                    + limits.maxStreams()));
        }
        if (watch.hadUnreadableTimeout()) {
            return Endings.refuse(
                    call,
                    desk,
                    peer,
                    Ending.invalid("grpc-timeout is not valid; expected 1 to 8 digits and one of H, M, S, m, u and n"));
        }
        return next.startCall(call, headers);
    }
}
