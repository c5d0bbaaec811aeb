package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamDesk;
import virdi.model.Ending;
import virdi.model.Peer;
import virdi.model.StreamKind;
import virdi.proto.VirdiGrpc;

/** How endings look on the wire. Any thread. */
final class Endings {
    /** Units accepted on a production, in decimal; in the trailers however the broker ends it. */
    static final Metadata.Key<String> ACCEPTED = Metadata.Key.of("virdi-accepted", Metadata.ASCII_STRING_MARSHALLER);

    private Endings() {}

    /** The gRPC status of an ending. */
    static Status status(Ending ending) {
        Status status = switch (ending.code()) {
            case OK -> Status.OK;
            case CANCELLED -> Status.CANCELLED;
            case INVALID_ARGUMENT -> Status.INVALID_ARGUMENT;
            case DEADLINE_EXCEEDED -> Status.DEADLINE_EXCEEDED;
            case ALREADY_EXISTS -> Status.ALREADY_EXISTS;
            case UNAUTHENTICATED -> Status.UNAUTHENTICATED;
            case PERMISSION_DENIED -> Status.PERMISSION_DENIED;
            case RESOURCE_EXHAUSTED -> Status.RESOURCE_EXHAUSTED;
            case FAILED_PRECONDITION -> Status.FAILED_PRECONDITION;
            case ABORTED -> Status.ABORTED;
            case UNIMPLEMENTED -> Status.UNIMPLEMENTED;
            case UNAVAILABLE -> Status.UNAVAILABLE;
        };
        return ending.message().isEmpty() ? status : status.withDescription(ending.message());
    }

    /** The trailers of a production. */
    static Metadata accepted(long units) {
        Metadata trailers = new Metadata();
        trailers.put(ACCEPTED, Long.toString(units));
        return trailers;
    }

    /** The trailers of a stream that moved nothing. */
    static Metadata untouched(StreamKind kind) {
        return kind == StreamKind.PRODUCTION ? accepted(0) : new Metadata();
    }

    /**
     * Ends a call of whatever service, and has it journalled if it is one of ours; tells the listener that such a call
     * needs.
     */
    static <Q> ServerCall.Listener<Q> refuse(ServerCall<Q, ?> call, StreamDesk desk, Peer peer, Ending ending) {
        StreamKind kind = kind(call.getMethodDescriptor().getFullMethodName());
        if (kind == null) {
            call.close(status(ending), new Metadata());
        } else {
            refuse(call, desk, peer, kind, ending);
        }
        return new ServerCall.Listener<>() {};
    }

    /** Of a full method's name, without the slash before it; null for health, reflection and what is not served. */
    static @Nullable StreamKind kind(String method) {
        if (method.equals(VirdiGrpc.getOfferProductionMethod().getFullMethodName())) {
            return StreamKind.OFFER;
        }
        if (method.equals(VirdiGrpc.getProduceMethod().getFullMethodName())) {
            return StreamKind.PRODUCTION;
        }
        return method.equals(VirdiGrpc.getConsumeMethod().getFullMethodName()) ? StreamKind.CONSUMER : null;
    }

    /** Ends a stream that the broker has not seen, and has it journalled. On the thread of the call's listener. */
    static void refuse(ServerCall<?, ?> call, StreamDesk desk, Peer peer, StreamKind kind, Ending ending) {
        desk.refused(peer, kind, ending);
        call.close(status(ending), untouched(kind));
    }
}
