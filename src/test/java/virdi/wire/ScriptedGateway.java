package virdi.wire;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.ConsumptionSpec;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamKind;

/** A desk without rules: writes down what the wire brings and hands the outlets to the test. Any thread. */
final class ScriptedGateway implements StreamGateway {
    /** A stream that the wire refused by itself. */
    record Refusal(Peer peer, StreamKind kind, CloseStatus ending) {}

    final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final int initialCredit;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outlet> outlets = new LinkedBlockingQueue<>();

    ScriptedGateway(int initialCredit) {
        this.initialCredit = initialCredit;
    }

    /** The next thing that the wire said, readiness left out. */
    String heard() throws InterruptedException {
        String next = said.poll(20, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    /** Whether the wire has said all that was asked for. */
    boolean silent() {
        return said.isEmpty();
    }

    <O extends Outlet> O outlet(Class<O> kind) throws InterruptedException {
        Outlet next = outlets.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no stream was opened");
        }
        return kind.cast(next);
    }

    @Override
    public Inlet openOffer(Peer peer, ResourceId resource, OfferOutlet outlet) {
        return opened(peer, "offer of " + resource, outlet);
    }

    @Override
    public ProduceInlet openProduction(Peer peer, ProduceOutlet outlet) {
        return opened(peer, "production", outlet);
    }

    @Override
    public Inlet openConsumption(Peer peer, ConsumptionSpec spec, ConsumeOutlet outlet) {
        return opened(
                peer,
                "consumer " + spec.consumer() + " of " + spec.resource() + " at " + spec.maxRatePerMinute()
                        + "/min, buffer " + spec.announcedLevelUnits() + " of " + spec.announcedLimitUnits(),
                outlet);
    }

    private Recorder opened(Peer peer, String what, Outlet outlet) {
        peers.add(peer);
        said.add(what);
        outlets.add(outlet);
        return new Recorder();
    }

    @Override
    public void refused(Peer peer, StreamKind kind, CloseStatus ending) {
        refusals.add(new Refusal(peer, kind, ending));
    }

    @Override
    public void crowded(Peer peer, int streams, int limit) {
        said.add(peer.client() + " is crowded: " + streams + " of " + limit);
    }

    private final class Recorder implements ProduceInlet {
        @Override
        public int initialCredit() {
            return initialCredit;
        }

        @Override
        public void ready() {}

        @Override
        public void cancelled() {
            said.add("cancelled");
        }

        @Override
        public void init(ResourceId resource) {
            said.add("init " + resource);
        }

        @Override
        public void amount(long units) {
            said.add("amount " + units);
        }

        @Override
        public void flush() {}

        @Override
        public void halfClosed() {
            said.add("half-closed");
        }

        @Override
        public void violated(CloseStatus ending) {
            said.add("violated: " + ending.message());
        }
    }
}
