package virdi.engine;

import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.ConsumerStream;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.StreamId;

/** A consumer between wire and broker; see {@link StreamPort} for the threads. */
final class ConsumePort extends RequestPort<StreamGateway.ConsumeOutlet, ConsumptionSpec, ConsumerStream> {
    ConsumePort(BrokerLoop loop, StreamId id, Peer peer, ConsumptionSpec spec, StreamGateway.ConsumeOutlet outlet) {
        super(loop, id, peer, spec, outlet);
    }

    @Override
    @Nullable
    ConsumerStream open(Broker broker, ConsumptionSpec spec, long now) {
        return broker.openConsumption(this, spec, outlet.isReady(), now);
    }

    @Override
    void carryOut(Effect effect, Broker broker, long now) {
        ConsumerStream taker = stream();
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
