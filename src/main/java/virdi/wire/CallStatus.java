package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.Peer;
import virdi.model.StreamKind;
import virdi.proto.VirdiGrpc;

/** How endings look on the wire. Any thread. */
final class CallStatus {
    /** Units accepted on a production, in decimal; in the trailers however the broker ends it. */
    static final Metadata.Key<String> ACCEPTED = Metadata.Key.of("virdi-accepted", Metadata.ASCII_STRING_MARSHALLER);

    private CallStatus() {}

    /** The gRPC status of an ending. */
    static Status status(CloseStatus closeStatus) {
        Status status = switch (closeStatus.code()) {
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
        return closeStatus.message().isEmpty() ? status : status.withDescription(closeStatus.message());
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
    static <Q> ServerCall.Listener<Q> refuse(
            ServerCall<Q, ?> call, StreamGateway gateway, Peer peer, CloseStatus closeStatus) {
        StreamKind kind = kind(call.getMethodDescriptor().getFullMethodName());
        if (kind == null) {
            call.close(status(closeStatus), new Metadata());
        } else {
            refuse(call, gateway, peer, kind, closeStatus);
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
    static void refuse(
            ServerCall<?, ?> call, StreamGateway gateway, Peer peer, StreamKind kind, CloseStatus closeStatus) {
        gateway.refused(peer, kind, closeStatus);
        call.close(status(closeStatus), untouched(kind));
    }
}
