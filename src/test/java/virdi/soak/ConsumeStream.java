package virdi.soak;

import io.grpc.Metadata;
import io.grpc.Status;
import virdi.model.StreamKind;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ResourceConsumption;
import virdi.proto.VirdiGrpc;

/**
 * One {@code Consume} stream. It keeps the pacing bound as the client sees it, twice. From its opening on, exactly and
 * whatever the network delays: all that has come was sent after the call was made, so it is at most
 * {@code buffer_limit - current + max_rate × t}. And in every window, with {@link #DELAY_ALLOWED_NANOS} for what
 * arrives late and then together: that is what a bucket of {@code buffer_limit} that drains at {@code max_rate}
 * measures. A reader that does not read keeps only the first.
 */
final class ConsumeStream extends OpenCall<ConsumptionRequest, ResourceConsumption> {
    /** How much later than another a unit may arrive: the pauses of a machine with too much to do. */
    static final long DELAY_ALLOWED_NANOS = 10_000_000_000L;

    private static final double NANOS_PER_MINUTE = 60e9;

    private final ConsumptionRequest request;
    private final long openedNanos = System.nanoTime();
    private final boolean reads;
    private long received;
    private double bucket;
    private long bucketNanos = openedNanos;

    /**
     * @param reads whether it reads what comes, or only what {@link #read} asks for
     */
    ConsumeStream(World world, Link link, ConsumptionRequest request, boolean reads, Runnable whenOver) {
        super(world, link, VirdiGrpc.getConsumeMethod(), whenOver);
        this.request = request;
        this.reads = reads;
        this.bucket = request.getCurrentBufferAmount();
    }

    void open() {
        start();
        call().sendMessage(request);
        call().halfClose();
        if (reads) {
            read(1);
        }
    }

    void read(int messages) {
        call().request(messages);
    }

    @Override
    public void onMessage(ResourceConsumption delivery) {
        long now = System.nanoTime();
        long units = Integer.toUnsignedLong(delivery.getAmount());
        received += units;
        tally().count("messages to consumers");
        double allowed = request.getBufferLimit() - request.getCurrentBufferAmount() + drained(now - openedNanos);
        if (units == 0 || received > allowed) {
            books().fault("%s of %s: %d units in %d ns, the last message of %d, with %s"
                    .formatted(request.getConsumerId(), client(), received, now - openedNanos, units, request));
        }
        if (reads) {
            pour(units, now);
            read(1);
        }
    }

    private void pour(long units, long now) {
        bucket = Math.max(0, bucket - drained(now - bucketNanos)) + units;
        bucketNanos = now;
        double above = bucket - request.getBufferLimit();
        if (above > 0) {
            tally().count("messages that came late and then together");
            if (above > drained(DELAY_ALLOWED_NANOS)) {
                books().fault("%s of %s: %.1f units more than its buffer holds, with %s"
                        .formatted(request.getConsumerId(), client(), above, request));
            }
        }
    }

    private double drained(long nanos) {
        return request.getMaxRate() * (nanos / NANOS_PER_MINUTE);
    }

    @Override
    void ended(Status status, boolean byBroker, Metadata trailers) {
        if (status.isOk() || status.getCode() == Status.Code.RESOURCE_EXHAUSTED) {
            books().fault(request.getConsumerId() + " of " + client() + " ended with " + status);
        }
        books().moved(
                        new Books.Account(
                                StreamKind.CONSUMER, client(), request.getConsumerId(), request.getResourceId()),
                        byBroker ? Books.Span.exactly(received) : Books.Span.atLeast(received));
    }
}
