package virdi.sim;

import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;

/**
 * A simulated producer; any thread may ask it, its own work is done on the simulation's thread. Keeps an offer open,
 * answers requests with a production, stops when the tank is full until it is asked again, and tries again after a while
 * when the broker ended a stream for any other reason. A refused name or resource it does not try again.
 */
public final class SimProducer implements SimStream {
    private final SimClient client;
    private final ProducerPlan plan;
    private final List<SimConsumer> ingredients;
    private final Backoff offerBackoff;
    private final Backoff productionBackoff;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong sentUnits = new AtomicLong();
    private final AtomicLong acceptedUnits = new AtomicLong();
    private volatile boolean producing;
    private volatile @Nullable Status lastEnding;

    private @Nullable Offer offer;
    private @Nullable SimProduceCall production;
    private @Nullable Future<?> nextOffer;
    private @Nullable Future<?> nextProduction;
    /** Asked, and not told since that the tank is full. */
    private boolean wanted;

    private boolean closed;

    SimProducer(SimClient client, ProducerPlan plan, List<SimConsumer> ingredients) {
        this.client = client;
        this.plan = plan;
        this.ingredients = ingredients;
        this.offerBackoff = new Backoff(client.randomFor("offer " + plan.resourceId()));
        this.productionBackoff = new Backoff(client.randomFor("production " + plan.resourceId()));
    }

    /** Requests that came, answered or not. */
    public long requests() {
        return requests.get();
    }

    /** Units sent in all productions; the broker may not have taken the last of each. */
    public long sentUnits() {
        return sentUnits.get();
    }

    /** Units that the broker said it accepted, of the productions that have ended. */
    public long acceptedUnits() {
        return acceptedUnits.get();
    }

    /** Whether a production is open. */
    public boolean isProducing() {
        return producing;
    }

    @Override
    public Optional<Status> lastEnding() {
        return Optional.ofNullable(lastEnding);
    }

    /** Half-closes the production and withdraws the offer, for good; does not wait. */
    @Override
    public void close() {
        client.thread().execute(this::stop);
    }

    void start() {
        client.keep(this);
        openOffer();
    }

    private void openOffer() {
        nextOffer = null;
        if (closed || client.isClosed()) {
            return;
        }
        offer = new Offer();
        client.stub()
                .offerProduction(
                        ProductionOffer.newBuilder()
                                .setResourceId(plan.resourceId())
                                .build(),
                        offer);
    }

    private void produceIfWanted() {
        if (!wanted || offer == null || production != null || nextProduction != null || closed) {
            return;
        }
        production =
                new SimProduceCall(client, plan, SimProduceCall.ENDLESS, ingredients, sentUnits, this::productionEnded);
        producing = true;
        production.open();
    }

    private void requested() {
        requests.incrementAndGet();
        if (!(plan.manner() instanceof ProducerBehaviour.IgnoresRequests)) {
            wanted = true;
            produceIfWanted();
        }
    }

    private void productionEnded(Status status, long accepted, long livedNanos) {
        production = null;
        producing = false;
        acceptedUnits.addAndGet(accepted);
        lastEnding = status;
        switch (status.getCode()) {
            case OK, RESOURCE_EXHAUSTED -> wanted = false;
            case INVALID_ARGUMENT -> stop();
            default ->
                nextProduction = retry(productionBackoff.nanosAfter(status, livedNanos), () -> {
                    nextProduction = null;
                    produceIfWanted();
                });
        }
    }

    private void offerEnded(Status status, long livedNanos) {
        offer = null;
        // The next offer will be asked anew.
        wanted = false;
        lastEnding = status;
        if (status.getCode() == Status.Code.INVALID_ARGUMENT) {
            stop();
        } else {
            nextOffer = retry(offerBackoff.nanosAfter(status, livedNanos), () -> {
                client.reconnect();
                openOffer();
            });
        }
    }

    private @Nullable Future<?> retry(long nanos, Runnable attempt) {
        return closed || client.isClosed() ? null : client.thread().after(nanos, attempt);
    }

    private void stop() {
        closed = true;
        client.forget(this);
        cancel(nextOffer);
        cancel(nextProduction);
        if (production != null) {
            production.halfClose();
        }
        if (offer != null) {
            offer.cancel("the offer is withdrawn");
        }
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** One open {@code OfferProduction} stream. */
    private final class Offer extends SimCall<ProductionOffer, ProductionRequest> {
        Offer() {
            super(client.thread());
        }

        @Override
        public void onNext(ProductionRequest request) {
            requested();
        }

        @Override
        void ended(Status status, long livedNanos) {
            offerEnded(status, livedNanos);
        }
    }
}
