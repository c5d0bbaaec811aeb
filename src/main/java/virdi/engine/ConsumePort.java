package virdi.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.BrokerStream;
import virdi.broker.ConsumerStream;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.StreamId;

/** A consumer between wire and broker; see {@link StreamPort} for the threads. */
final class ConsumePort extends StreamPort<StreamGateway.ConsumeOutlet> {
    /** What the client asked for, until the broker knows it. */
    private @Nullable ConsumptionSpec wish;

    private @Nullable ConsumerStream consumer;

    ConsumePort(BrokerLoop loop, StreamId id, Peer peer, ConsumptionSpec spec, StreamGateway.ConsumeOutlet outlet) {
        super(loop, id, peer, outlet);
        this.wish = spec;
    }

    @Override
    boolean isOpened() {
        return wish == null;
    }

    @Override
    void open(Broker broker, long now) {
        ConsumptionSpec spec = Objects.requireNonNull(wish);
        wish = null;
        consumer = broker.openConsumption(this, spec, outlet.isReady(), now);
    }

    @Override
    @Nullable
    BrokerStream stream() {
        return consumer;
    }

    @Override
    void visitMessages(Broker broker, long now) {
        // A consumer's client says nothing after its first message.
    }

    @Override
    void carryOut(Effect effect, Broker broker, long now) {
        ConsumerStream taker = consumer;
        if (effect instanceof Effect.Deliver deliver && taker != null) {
            handOver(taker, deliver.units(), broker, now);
        }
        super.carryOut(effect, broker, now);
    }

    /** Hands units over; those that were not taken, whatever the reason, are the broker's again. */
    private void handOver(ConsumerStream taker, long units, Broker broker, long now) {
        boolean handed = false;
        try {
            handed = !isOver() && outlet.deliver(units);
        } finally {
            if (!handed) {
                broker.onUndelivered(taker, units, now);
            }
        }
        if (handed) {
            checkReady(broker, now);
        }
    }
}
