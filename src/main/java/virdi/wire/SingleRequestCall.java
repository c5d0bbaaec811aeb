package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.Peer;

/**
 * A stream that opens with exactly one request and a half-close; what to make of the request is left to the kind of call.
 *
 * <p>Both sides of it, since there are very many. The client's is called by gRPC alone, one callback at a time; the
 * broker's, {@link StreamGateway.Outlet}, by the broker's thread alone. They share nothing but the call. A client that cancels
 * while the broker sends is harmless: gRPC ignores what is sent to a cancelled call.
 */
abstract class SingleRequestCall<M, R> extends ServerCall.Listener<Inbound<M>> implements StreamGateway.Outlet {
    /**
     * How many bytes may wait in the transport before a stream is not ready: a few messages, since what waits there is
     * no longer the broker's to give to others.
     */
    private static final int READY_THRESHOLD_BYTES = 64;

    final ServerCall<Inbound<M>, R> call;
    final StreamGateway gateway;
    private final Peer peer;
    private @Nullable M request;
    private StreamGateway.@Nullable Inlet inlet;
    /** Whether it is opened, refused or cancelled: what comes first decides, the deadline may come from elsewhere. */
    private boolean settled;

    /** Until everything has come. */
    private @Nullable StreamWatch watch;

    SingleRequestCall(ServerCall<Inbound<M>, R> call, Caller caller, StreamGateway gateway) {
        this.call = call;
        this.peer = caller.peer();
        this.gateway = gateway;
        if (caller instanceof Caller.Misnamed misnamed) {
            refuse(misnamed.closeStatus());
        }
    }

    /** Has the request come, for so long. */
    final ServerCall.Listener<Inbound<M>> await(Duration timeout) {
        if (settled) {
            return this;
        }
        call.setOnReadyThreshold(READY_THRESHOLD_BYTES);
        // Headers first, as in ProduceCall.
        call.sendHeaders(new Metadata());
        watch = StreamWatch.ofCall();
        watch.onBroken(fault -> refuse(CloseStatus.invalid(InboundMarshaller.problem(call, fault))));
        watch.after(timeout, () -> refuse(silent(timeout)));
        // One more than expected, so that a second request is seen and refused.
        call.request(2);
        return this;
    }

    private static CloseStatus silent(Duration timeout) {
        return new CloseStatus(
                CloseStatus.Code.DEADLINE_EXCEEDED,
                "no request came within " + timeout.toMillis()
                        + " ms; expected one message, and the stream half-closed after it");
    }

    /** Checks a request; empty when it is valid. */
    abstract Optional<String> problem(M request);

    /** Opens the stream at the desk. */
    abstract StreamGateway.Inlet open(Peer peer, M request);

    /** Ends the stream before the broker has seen it. */
    final void refuse(CloseStatus closeStatus) {
        if (settle()) {
            CallStatus.refuse(call, gateway, peer, closeStatus);
        }
    }

    private synchronized boolean settle() {
        if (watch != null) {
            watch.cancelDeadline();
        }
        boolean first = !settled;
        settled = true;
        return first;
    }

    @Override
    public final void onMessage(Inbound<M> inbound) {
        if (watch != null) {
            watch.handsOver();
        }
        switch (inbound) {
            case Inbound.Message<M> message -> {
                if (request == null) {
                    request = message.content();
                } else {
                    refuse(CloseStatus.invalid("expected exactly one request message, but a second one came"));
                }
            }
            case Inbound.Unreadable<M> unreadable -> refuse(CloseStatus.invalid(unreadable.problem()));
        }
    }

    @Override
    public final void onHalfClose() {
        if (request == null) {
            refuse(CloseStatus.invalid("expected a request message, but the stream was half-closed without one"));
            return;
        }
        Optional<String> problem = problem(request);
        if (problem.isPresent()) {
            refuse(CloseStatus.invalid(problem.get()));
        } else if (settle()) {
            inlet = open(peer, request);
        }
        request = null;
        watch = null;
    }

    @Override
    public final void onReady() {
        if (inlet != null) {
            inlet.ready();
        }
    }

    @Override
    public final void onCancel() {
        settle();
        if (inlet != null) {
            inlet.cancelled();
        }
    }

    // The broker's side

    @Override
    public final boolean isReady() {
        return call.isReady();
    }

    /** Sends a message unless the stream is over already; tells whether it did. */
    final boolean send(R message) {
        if (call.isCancelled()) {
            return false;
        }
        call.sendMessage(message);
        return true;
    }

    @Override
    public final void close(CloseStatus closeStatus, long units) {
        call.close(CallStatus.status(closeStatus), new Metadata());
    }
}
