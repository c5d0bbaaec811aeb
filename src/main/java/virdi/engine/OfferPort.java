package virdi.engine;

import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.OfferStream;
import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;

/** An offer between wire and broker; see {@link StreamPort} for the threads. */
final class OfferPort extends RequestPort<StreamGateway.OfferOutlet, ResourceId, OfferStream> {
    OfferPort(BrokerLoop loop, StreamId id, Peer peer, ResourceId resource, StreamGateway.OfferOutlet outlet) {
        super(loop, id, peer, resource, outlet);
    }

    @Override
    @Nullable
    OfferStream open(Broker broker, ResourceId resource, long now) {
        return broker.openOffer(this, resource, outlet.isReady(), now);
    }

    @Override
    void carryOut(Effect effect, Broker broker, long now) {
        if (effect instanceof Effect.Request && !isOver()) {
            outlet.request();
            checkReady(broker, now);
        }
        super.carryOut(effect, broker, now);
    }
}
