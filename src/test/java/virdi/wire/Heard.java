package virdi.wire;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The messages and the end that a client gets on one stream. gRPC's threads write, the test reads. */
final class Heard<Q, R> implements ClientResponseObserver<Q, R> {
    /** How a stream ended for its client. */
    record End(Status.Code code, String message, @Nullable String accepted) {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<R> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private final AtomicReference<Metadata> trailers;
    private final boolean reads;
    private @Nullable ClientCallStreamObserver<Q> call;

    Heard(AtomicReference<Metadata> trailers, boolean reads) {
        this.trailers = trailers;
        this.reads = reads;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> opened) {
        call = opened;
        if (!reads) {
            opened.disableAutoRequestWithInitial(0);
        }
    }

    @Override
    public void onNext(R message) {
        messages.add(message);
    }

    @Override
    public void onError(Throwable error) {
        complete(Status.fromThrowable(error));
    }

    @Override
    public void onCompleted() {
        complete(Status.OK);
    }

    private void complete(Status status) {
        Metadata last = trailers.get();
        String accepted = last == null ? null : last.get(CallStatus.ACCEPTED);
        String message = status.getDescription();
        end.complete(new End(status.getCode(), message == null ? "" : message, accepted));
    }

    List<R> messages() {
        return messages;
    }

    boolean ended() {
        return end.isDone();
    }

    void cancel() {
        call().cancel("the test cancels", null);
    }

    ClientCallStreamObserver<Q> call() {
        if (call == null) {
            throw new IllegalStateException("not started");
        }
        return call;
    }

    Heard<Q, R> awaitMessages(int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> messages.size() >= count || end.isDone());
        return this;
    }

    End awaitEnd() {
        try {
            return end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the stream did not end", e);
        }
    }
}
