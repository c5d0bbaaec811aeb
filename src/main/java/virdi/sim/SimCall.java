package virdi.sim;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.jspecify.annotations.Nullable;

/**
 * One open stream with a single request, used by the simulation's thread only.
 *
 * @param <Q> the request
 * @param <R> the responses
 */
abstract class SimCall<Q, R> implements ClientResponseObserver<Q, R> {
    private final SimThread thread;
    private final long openedNanos;
    private @Nullable ClientCallStreamObserver<Q> call;

    SimCall(SimThread thread) {
        this.thread = thread;
        this.openedNanos = thread.nanoTime();
    }

    /** Cancels the call if it has started. */
    final void cancel(String reason) {
        if (call != null) {
            call.cancel(reason, null);
        }
    }

    /** Asks gRPC for one more response. */
    final void requestOne() {
        if (call != null) {
            call.request(1);
        }
    }

    /**
     * The stream has ended.
     *
     * @param livedNanos since it was opened
     */
    abstract void ended(Status status, long livedNanos);

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> outbound) {
        call = outbound;
    }

    @Override
    public final void onError(Throwable failure) {
        ended(Status.fromThrowable(failure), thread.nanoTime() - openedNanos);
    }

    @Override
    public final void onCompleted() {
        ended(Status.OK, thread.nanoTime() - openedNanos);
    }
}
