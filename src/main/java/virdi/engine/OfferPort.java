package virdi.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.BrokerStream;
import virdi.broker.OfferStream;
import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;

/** An offer between wire and broker; see {@link StreamPort} for the threads. */
final class OfferPort extends StreamPort<StreamGateway.OfferOutlet> {
    private @Nullable ResourceId wish;
    private @Nullable OfferStream offer;

    OfferPort(BrokerLoop loop, StreamId id, Peer peer, ResourceId resource, StreamGateway.OfferOutlet outlet) {
        super(loop, id, peer, outlet);
        this.wish = resource;
    }

    @Override
    boolean isOpened() {
        return wish == null;
    }

    @Override
    void open(Broker broker, long now) {
        ResourceId resource = Objects.requireNonNull(wish);
        wish = null;
        offer = broker.openOffer(this, resource, outlet.isReady(), now);
    }

    @Override
    @Nullable
    BrokerStream stream() {
        return offer;
    }

    @Override
    void visitMessages(Broker broker, long now) {
        // An offer's client says nothing after its first message.
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
