package virdi.sim;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ResourceConsumption;

/**
 * A simulated consumer; any thread may ask it, its own work is done on the simulation's thread. Uses up what it is sent;
 * cancels when its own buffer is full and comes back with {@code current_buffer_amount} when it has room; tries again
 * after a while when the broker ended the stream. A request that the broker calls invalid it does not repeat.
 */
public final class SimConsumer implements SimStream {
    private final SimClient client;
    private final ConsumerPlan plan;
    private final SimBuffer buffer;
    private final Backoff backoff;
    private final AtomicLong receivedUnits = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong timesFull = new AtomicLong();
    private volatile @Nullable Status lastEnding;

    private @Nullable Consumption consumption;
    private @Nullable Future<?> nextOpening;
    private boolean full;
    private boolean closed;

    SimConsumer(SimClient client, ConsumerPlan plan) {
        this.client = client;
        this.plan = plan;
        this.buffer = new SimBuffer(
                plan.bufferUnits(),
                plan.usePerMinute(),
                plan.startUnits(),
                client.thread().nanoTime());
        this.backoff = new Backoff(client.randomFor("consumer " + plan.consumerId()));
    }

    /** Units received in all streams. */
    public long receivedUnits() {
        return receivedUnits.get();
    }

    /** Deliveries received in all streams. */
    public long messages() {
        return messages.get();
    }

    /** How often it cancelled because its own buffer was full. */
    public long timesFull() {
        return timesFull.get();
    }

    @Override
    public Optional<Status> lastEnding() {
        return Optional.ofNullable(lastEnding);
    }

    @Override
    public void close() {
        client.thread().execute(this::stop);
    }

    void start() {
        client.keep(this);
        open();
    }

    /** Units in its buffer; on the simulation's thread. */
    long available(long nowNanos) {
        return buffer.level(nowNanos);
    }

    /** Takes units out of its buffer; on the simulation's thread. */
    void take(long units, long nowNanos) {
        buffer.take(units, nowNanos);
        if (full) {
            if (nextOpening != null) {
                nextOpening.cancel(false);
                nextOpening = null;
            }
            returnWhenDrained();
        }
    }

    private void open() {
        nextOpening = null;
        full = false;
        if (closed || client.isClosed()) {
            return;
        }
        long now = client.thread().nanoTime();
        consumption = new Consumption();
        client.stub()
                .consume(
                        ConsumptionRequest.newBuilder()
                                .setConsumerId(plan.consumerId())
                                .setResourceId(plan.resourceId())
                                .setMaxRate(Uint32.narrow(plan.maxRatePerMinute()))
                                .setBufferLimit(Uint32.narrow(plan.bufferUnits()))
                                .setCurrentBufferAmount(Uint32.narrow(buffer.level(now)))
                                .build(),
                        consumption);
    }

    private void received(long units, Consumption from) {
        receivedUnits.addAndGet(units);
        messages.incrementAndGet();
        long now = client.thread().nanoTime();
        buffer.add(units, now);
        if (!full && buffer.isFull(now)) {
            full = true;
            timesFull.incrementAndGet();
            from.cancel("the consumer's own buffer is full");
        } else if (plan.readPause().isPositive()) {
            var unused = client.thread().after(plan.readPause().toNanos(), from::requestOne);
        }
    }

    private void consumptionEnded(Status status, long livedNanos) {
        consumption = null;
        lastEnding = status;
        if (closed || client.isClosed()) {
            return;
        }
        if (full) {
            returnWhenDrained();
        } else if (status.getCode() == Status.Code.INVALID_ARGUMENT) {
            stop();
        } else {
            nextOpening = client.thread().after(backoff.nanosAfter(status, livedNanos), () -> {
                client.reconnect();
                open();
            });
        }
    }

    private void returnWhenDrained() {
        if (consumption != null || nextOpening != null || closed) {
            return;
        }
        long emptyEnough = plan.bufferUnits() * plan.returnPercent() / 100;
        long wait = buffer.nanosUntil(emptyEnough, client.thread().nanoTime());
        if (wait != SendPace.NEVER) {
            nextOpening = client.thread().after(wait, this::open);
        }
    }

    private void stop() {
        closed = true;
        client.forget(this);
        if (nextOpening != null) {
            nextOpening.cancel(false);
        }
        if (consumption != null) {
            consumption.cancel("the consumer is gone");
        }
    }

    /** One open {@code Consume} stream. */
    private final class Consumption extends SimCall<ConsumptionRequest, ResourceConsumption> {
        Consumption() {
            super(client.thread());
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<ConsumptionRequest> outbound) {
            super.beforeStart(outbound);
            if (plan.readPause().isPositive()) {
                outbound.disableAutoRequestWithInitial(1);
            }
        }

        @Override
        public void onNext(ResourceConsumption delivery) {
            received(Uint32.widen(delivery.getAmount()), this);
        }

        @Override
        void ended(Status status, long livedNanos) {
            consumptionEnded(status, livedNanos);
        }
    }
}
