package virdi.engine;

import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.BrokerStream;
import virdi.broker.ProductionStream;
import virdi.model.CloseStatus;
import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;

/**
 * A production between wire and broker; see {@link StreamPort} for the threads.
 *
 * <p>Its messages wait in a ring with one writer, the wire, and one reader, the broker's thread. The wire is given credit
 * for as many messages as the ring may hold, so it can never be full. Messages are kept apart, because the one that
 * fills the tank is the last one taken. Credit goes back in batches: asking the transport for every single message costs
 * more than the message.
 */
final class ProducePort extends StreamPort<StreamGateway.ProduceOutlet> implements StreamGateway.ProduceInlet {
    /**
     * How many messages of one stream the broker reads ahead: as many as a fast client sends while the broker's thread
     * wakes up. With a quarter of it the threads wake each other so often that a message costs half as much again.
     */
    private static final int WINDOW = 1_024;

    private static final int CREDIT_BATCH = WINDOW / 4;

    private final AmountRing amounts = new AmountRing(WINDOW);
    private int creditOwed;
    private volatile @Nullable ResourceId init;
    /** How the client ended it; raised after its last message. */
    private volatile @Nullable CloseStatus status;

    private boolean opened;
    private boolean bound;
    private @Nullable ProductionStream production;

    ProducePort(BrokerLoop loop, StreamId id, Peer peer, StreamGateway.ProduceOutlet outlet) {
        super(loop, id, peer, outlet);
    }

    @Override
    public int initialCredit() {
        // One place is for init_info, which takes none in the ring: it is given back as soon as it is read.
        return WINDOW;
    }

    @Override
    public void init(ResourceId resource) {
        init = resource;
        announce();
    }

    @Override
    public void amount(long units) {
        amounts.put(units);
    }

    @Override
    public void flush() {
        announce();
    }

    @Override
    public void halfClosed() {
        end(CloseStatus.OK);
    }

    @Override
    public void violated(CloseStatus violation) {
        end(violation);
    }

    private void end(CloseStatus how) {
        status = how;
        announce();
    }

    @Override
    boolean isOpened() {
        return opened;
    }

    @Override
    void open(Broker broker, long now) {
        opened = true;
        production = broker.openProduction(this, now);
    }

    @Override
    @Nullable
    BrokerStream stream() {
        return production;
    }

    @Override
    void visitMessages(Broker broker, long now) {
        ProductionStream stream = production;
        if (stream == null || !bind(stream, broker, now)) {
            return;
        }
        // Read first: all messages before the ending are in the ring by then.
        CloseStatus raised = status;
        long available = amounts.written();
        long first = amounts.read();
        long next = first;
        while (next < available && broker.onProduced(stream, amounts.at(next), now) == ProductionStream.Take.TAKEN) {
            next++;
        }
        amounts.takenTo(next);
        creditOwed += (int) (next - first);
        if (creditOwed >= CREDIT_BATCH && stream.isOpen()) {
            outlet.readMore(creditOwed);
            creditOwed = 0;
        }
        if (raised != null && next == available) {
            broker.end(stream, raised, now);
        }
    }

    /** Whether the first message has come; if not, an ending that came instead ends the stream. */
    private boolean bind(ProductionStream stream, Broker broker, long now) {
        CloseStatus raised = status;
        ResourceId resource = init;
        if (!bound && resource != null) {
            bound = true;
            creditOwed++;
            broker.initProduction(stream, resource, now);
        }
        if (!bound && raised != null) {
            broker.end(stream, raised, now);
        }
        return bound;
    }

    @Override
    void carryOut(Effect effect, Broker broker, long now) {
        if (effect instanceof Effect.Resume && !isOver()) {
            announce();
        }
        super.carryOut(effect, broker, now);
    }
}
