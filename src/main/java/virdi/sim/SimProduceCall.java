package virdi.sim;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;

/**
 * One open {@code Produce} stream, used by the simulation's thread only. Sends at its pace for as long as the broker
 * reads; what gRPC's flow control held back is not made up for, as a mine that stands still digs nothing.
 */
final class SimProduceCall implements ClientResponseObserver<ResourceProduction, ProductionResponse> {
    static final long ENDLESS = Long.MAX_VALUE;

    private static final Metadata.Key<String> ACCEPTED =
            Metadata.Key.of("virdi-accepted", Metadata.ASCII_STRING_MARSHALLER);
    /** So that one fast producer does not keep the others waiting. */
    private static final int MOST_MESSAGES_A_TURN = 64;
    /** gRPC's 32 KiB would hold minutes of messages before the producer feels that the broker has stopped reading. */
    private static final int ON_READY_BYTES = 256;

    private final SimClient client;
    private final ProducerPlan plan;
    private final List<SimConsumer> ingredients;
    private final AtomicLong sentUnits;
    private final Ended whenEnded;
    private final SendPace pace;
    private final AtomicReference<@Nullable Metadata> headers = new AtomicReference<>();
    private final AtomicReference<@Nullable Metadata> trailers = new AtomicReference<>();
    private @Nullable ClientCallStreamObserver<ResourceProduction> call;
    private @Nullable Future<?> timer;
    private long cargoUnits;
    private long openedNanos;
    private boolean paceHeld = true;
    private boolean over;

    /** Told once when the stream has ended, on the simulation's thread. */
    interface Ended {
        /**
         * @param acceptedUnits what the broker said it accepted; 0 when it could not say
         * @param livedNanos since the stream was opened
         */
        void ended(Status status, long acceptedUnits, long livedNanos);
    }

    /** @param cargoUnits what it brings before it half-closes, or {@link #ENDLESS} */
    SimProduceCall(
            SimClient client,
            ProducerPlan plan,
            long cargoUnits,
            List<SimConsumer> ingredients,
            AtomicLong sentUnits,
            Ended whenEnded) {
        this.client = client;
        this.plan = plan;
        this.cargoUnits = cargoUnits;
        this.ingredients = ingredients;
        this.sentUnits = sentUnits;
        this.whenEnded = whenEnded;
        this.pace = new SendPace(
                plan.unitsPerMinute(),
                plan.unitsPerMessage(),
                plan.jitter(),
                client.randomFor("pace " + plan.resourceId()));
    }

    void open() {
        openedNanos = client.thread().nanoTime();
        var opened = client.stub()
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers))
                .withOnReadyThreshold(ON_READY_BYTES)
                .produce(this);
        var init = ResourceProductionInitInfo.newBuilder().setResourceId(plan.resourceId());
        opened.onNext(ResourceProduction.newBuilder().setInitInfo(init).build());
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ResourceProduction> outbound) {
        call = outbound;
        outbound.setOnReadyHandler(this::send);
    }

    /** Sends what is due. Called again by gRPC when it takes messages again, and by the timer when the next is due. */
    private void send() {
        stopTimer();
        if (over || call == null) {
            return;
        }
        long now = client.thread().nanoTime();
        for (int messages = 0; messages < MOST_MESSAGES_A_TURN; messages++) {
            long wait = silenceLeftNanos(now);
            if (wait > 0 || !call.isReady()) {
                paceHeld = true;
                wakeAfter(wait == 0 ? SendPace.NEVER : wait);
                return;
            }
            if (paceHeld) {
                paceHeld = false;
                pace.resumeAt(now);
            }
            long due = pace.nanosUntilDue(now);
            if (due > 0) {
                wakeAfter(due);
                return;
            }
            pace.step();
            sendOne(call, now);
            if (cargoUnits == 0) {
                halfClose();
                return;
            }
        }
        wakeAfter(0);
    }

    private void sendOne(ClientCallStreamObserver<ResourceProduction> outbound, long now) {
        long units = Math.min(plan.unitsPerMessage(), cargoUnits);
        for (SimConsumer ingredient : ingredients) {
            units = Math.min(units, ingredient.available(now));
        }
        if (units == 0) {
            return;
        }
        for (SimConsumer ingredient : ingredients) {
            ingredient.take(units, now);
        }
        outbound.onNext(
                ResourceProduction.newBuilder().setAmount(Uint32.narrow(units)).build());
        sentUnits.addAndGet(units);
        if (cargoUnits != ENDLESS) {
            cargoUnits -= units;
        }
    }

    private long silenceLeftNanos(long now) {
        return plan.manner() instanceof ProducerBehaviour.FallsSilent silent
                ? silent.silenceLeftNanos(now - openedNanos)
                : 0;
    }

    private void wakeAfter(long nanos) {
        if (nanos != SendPace.NEVER) {
            timer = client.thread().after(nanos, this::send);
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Says that no more will come; the broker answers with OK. */
    void halfClose() {
        stopTimer();
        if (!over && call != null) {
            over = true;
            call.onCompleted();
        }
    }

    @Override
    public void onNext(ProductionResponse response) {
        // Empty by protocol; the status that follows says all.
    }

    @Override
    public void onError(Throwable failure) {
        ended(Status.fromThrowable(failure));
    }

    @Override
    public void onCompleted() {
        ended(Status.OK);
    }

    private void ended(Status status) {
        over = true;
        stopTimer();
        whenEnded.ended(status, acceptedUnits(), client.thread().nanoTime() - openedNanos);
    }

    private long acceptedUnits() {
        Metadata told = trailers.get();
        String accepted = told == null ? null : told.get(ACCEPTED);
        return accepted == null ? 0 : Long.parseLong(accepted);
    }
}
