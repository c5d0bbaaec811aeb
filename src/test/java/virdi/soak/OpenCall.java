package virdi.soak;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/**
 * One open stream of a client, which judges how it ends. gRPC calls the listener's methods, one at a time; the others
 * are for any thread.
 */
abstract class OpenCall<Q, R> extends ClientCall.Listener<R> {
    /** More messages than any stream has. */
    static final int EVERYTHING = Integer.MAX_VALUE / 2;

    private final ClientCall<Q, R> call;
    private final World world;
    private final Link link;
    private final Runnable whenOver;
    private volatile boolean over;

    /**
     * @param whenOver called once, after the books are written
     */
    OpenCall(World world, Link link, MethodDescriptor<Q, R> method, Runnable whenOver) {
        this.world = world;
        this.link = link;
        this.whenOver = whenOver;
        this.call = link.call(method);
    }

    /** Opens it. */
    final void start() {
        world.books().opened(this);
        call.start(this, link.headers());
    }

    final ClientCall<Q, R> call() {
        return call;
    }

    final Tally tally() {
        return world.tally();
    }

    final Books books() {
        return world.books();
    }

    final String client() {
        return link.client();
    }

    final boolean isOver() {
        return over;
    }

    /** Gives it up; what is on its way is lost. */
    void cancel() {
        call.cancel("the client has enough", null);
        // gRPC tells no end while messages wait, and forgets a cancel on a connection that is gone.
        call.request(EVERYTHING);
    }

    /** The client writes its books when the stream has ended. */
    abstract void ended(Status status, boolean byBroker, Metadata trailers);

    @Override
    public final void onClose(Status status, Metadata trailers) {
        world.guarded(() -> {
            boolean byBroker = byBroker(status);
            over = true;
            tally().count("ends: " + kind() + " " + status.getCode() + (byBroker ? "" : " (not by the broker)"));
            ended(status, byBroker, trailers);
            books().over(this);
            whenOver.run();
        });
    }

    @Override
    public String toString() {
        return kind() + " of " + client();
    }

    private String kind() {
        return getClass().getSimpleName();
    }

    /** Whether the broker has said the last word, so that everything before it has come. */
    private boolean byBroker(Status status) {
        String told = String.valueOf(status.getDescription());
        switch (status.getCode()) {
            case OK, ABORTED, PERMISSION_DENIED, RESOURCE_EXHAUSTED, ALREADY_EXISTS -> {
                return true;
            }
            case UNAVAILABLE -> {
                return told.equals("broker is shutting down");
            }
            case CANCELLED -> {
                return false;
            }
            default -> {
                books().fault(kind() + " of " + client() + " ended with " + status);
                return false;
            }
        }
    }
}
