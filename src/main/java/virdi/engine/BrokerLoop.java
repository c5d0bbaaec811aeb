package virdi.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.broker.Broker;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.CloseStatus;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;

/**
 * The single writer: the one thread that calls the broker. Any thread may call the public methods. Only the loop's own
 * thread calls {@link #turn}; a test that never calls {@link #start} may call it instead.
 *
 * <p>The idea: a caller puts its request into a queue and wakes the loop if it sleeps. No thread takes a lock or waits for
 * the broker, and the broker waits for no thread. A turn reads the clock once, takes everything that is queued, lets the
 * broker decide, and then carries the decisions out. The trade: a decision is one turn old when it reaches the wire. A
 * turn under full load takes well under a millisecond.
 */
public final class BrokerLoop implements StreamGateway, CommandQueue, BrokerMonitor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLoop.class);
    /** A snapshot for every second screen refresh is as often as anybody looks. */
    private static final long SNAPSHOT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;
    /** Visits before deadlines and effects get their turn again. */
    private static final int MOST_VISITS = 1_024;

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final int EVENTS_KEPT = 1 << 14;
    /**
     * The least time between two wake-ups for deadlines. A single one is met on time; thousands of paced consumers share
     * wake-ups, and what comes a millisecond late is never more than allowed.
     */
    private static final long DEADLINE_SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BrokerClock clock;
    private final Broker broker;
    private final EventRing events = new EventRing(EVENTS_KEPT);
    private final AtomicLong streamIds = new AtomicLong();
    private final Queue<StreamPort<?>> visits = new ConcurrentLinkedQueue<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "virdi-broker");
    private List<Decision> decisions = new ArrayList<>();
    private List<Decision> spare = new ArrayList<>();
    private int openPorts;
    private long lastDeadlineNanos;
    private long nextSnapshotNanos = Long.MIN_VALUE;
    private long toldEvent;
    private volatile BrokerSnapshot snapshot;
    private volatile Runnable listener = () -> {};
    private volatile boolean sleeping;
    private volatile boolean stopped;

    /** A decision about a stream that is to be carried out at the end of the turn. */
    private record Decision(StreamPort<?> port, Effect effect) {}

    /** Something to do on the broker's thread that is not a stream's. */
    private interface Request {
        void run(Broker broker, long now);
    }

    public BrokerLoop(BrokerSettings settings, InitialState opening, BrokerClock clock) {
        this.clock = clock;
        this.broker = new Broker(settings, opening, events::add, clock.nowNanos());
        this.snapshot = broker.snapshot(clock.nowNanos());
    }

    /** Starts the broker's thread. Once. */
    public void start() {
        thread.start();
    }

    // Calls of the wire

    @Override
    public Inlet openOffer(Peer peer, ResourceId resource, OfferOutlet outlet) {
        return opened(new OfferPort(this, nextId(), peer, resource, outlet));
    }

    @Override
    public ProduceInlet openProduction(Peer peer, ProduceOutlet outlet) {
        return opened(new ProducePort(this, nextId(), peer, outlet));
    }

    @Override
    public Inlet openConsumption(Peer peer, ConsumptionSpec spec, ConsumeOutlet outlet) {
        return opened(new ConsumePort(this, nextId(), peer, spec, outlet));
    }

    @Override
    public void refused(Peer peer, StreamKind kind, CloseStatus status) {
        request((toBroker, now) -> toBroker.refused(peer, kind, status, now));
    }

    @Override
    public void crowded(Peer peer, int streams, int limit) {
        request((toBroker, now) -> toBroker.crowded(peer, streams, limit, now));
    }

    private StreamId nextId() {
        return new StreamId(streamIds.incrementAndGet());
    }

    private static <P extends StreamPort<?>> P opened(P port) {
        port.announce();
        return port;
    }

    void enqueue(StreamPort<?> port) {
        visits.add(port);
        wake();
    }

    // Calls of the operator

    @Override
    public CompletableFuture<Outcome> submit(OperatorCommand command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        boolean queued = request((toBroker, now) -> {
            try {
                outcome.complete(toBroker.apply(command, now));
            } catch (RuntimeException bug) {
                outcome.completeExceptionally(bug);
                throw bug;
            }
        });
        if (!queued) {
            outcome.complete(new Outcome.Refused("the broker has stopped"));
        }
        return outcome;
    }

    /**
     * Ends all streams with {@code UNAVAILABLE} and refuses new ones from then on. The future completes when their
     * closing has been handed to the wire.
     */
    public CompletableFuture<Void> shutDown() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        boolean queued = request((toBroker, now) -> {
            toBroker.shutDown(now);
            carryOut(now);
            done.complete(null);
        });
        if (!queued) {
            done.complete(null);
        }
        return done;
    }

    private boolean request(Request request) {
        if (stopped) {
            return false;
        }
        requests.add(request);
        wake();
        // Stopped meanwhile: whoever takes the request out, here or in close(), answers for it.
        return !stopped || !requests.remove(request);
    }

    // Reading

    /** Whether snapshots from now on list the open streams, as they do at first; only who looks at them needs that. */
    public void listStreams(boolean wanted) {
        request((toBroker, now) -> toBroker.listStreams(wanted));
    }

    @Override
    public BrokerSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<BrokerEvent> eventsAfter(long after) {
        return events.after(after);
    }

    @Override
    public void onNews(Runnable newListener) {
        listener = newListener;
    }

    // The loop

    private void wake() {
        if (sleeping) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!stopped) {
            long now = clock.nowNanos();
            try {
                turn(now);
            } catch (RuntimeException | Error bug) {
                // Whatever it is, streams that wait for a dead broker are worse.
                LOG.error("A turn of the broker failed; it goes on with the next", bug);
            }
            sleepUntil(nextTurnNanos());
        }
    }

    private void sleepUntil(long wakeNanos) {
        sleeping = true;
        // Looked at after the flag is up: who adds after this look sees the flag and wakes us.
        if (!isAwaited() && !stopped) {
            if (wakeNanos == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                long pause = wakeNanos - clock.nowNanos();
                if (pause > 0) {
                    LockSupport.parkNanos(this, pause);
                }
            }
        }
        sleeping = false;
    }

    /** When the loop has something to do although nobody asks, {@link Long#MAX_VALUE} when never. */
    long nextTurnNanos() {
        long wake = Math.max(broker.nextDeadline(), lastDeadlineNanos + DEADLINE_SPACING_NANOS);
        return broker.hasChanged() ? Math.min(wake, nextSnapshotNanos) : wake;
    }

    /** One turn: everything that waits, with one time. */
    void turn(long now) {
        if (broker.nextDeadline() <= now) {
            lastDeadlineNanos = now;
            broker.onDeadline(now);
        }
        for (Request request = requests.poll(); request != null; request = requests.poll()) {
            request.run(broker, now);
        }
        int left = MOST_VISITS;
        for (StreamPort<?> port = visits.poll(); port != null; port = --left > 0 ? visits.poll() : null) {
            port.visit(broker, now);
        }
        carryOut(now);
        boolean due = now >= nextSnapshotNanos && broker.hasChanged();
        if (due) {
            publish(now);
        }
        if (due || events.newest() != toldEvent) {
            toldEvent = events.newest();
            listener.run();
        }
    }

    /** Takes the picture that everybody sees. Broker's thread, between two turns. */
    void publish(long now) {
        snapshot = broker.snapshot(now);
        nextSnapshotNanos = now + SNAPSHOT_INTERVAL_NANOS;
    }

    /** Whether somebody has asked for something since the last turn. */
    boolean isAwaited() {
        return !visits.isEmpty() || !requests.isEmpty();
    }

    /** Carries out what was decided, and what is decided because of that, until nothing is left. */
    private void carryOut(long now) {
        broker.endTurn(now);
        while (!decisions.isEmpty()) {
            List<Decision> batch = decisions;
            decisions = spare;
            spare = batch;
            for (Decision decision : batch) {
                carryOut(decision.port(), decision.effect(), now);
            }
            batch.clear();
            broker.endTurn(now);
        }
    }

    /** Carries out one decision; what goes wrong with one stream is not the others' trouble. */
    private void carryOut(StreamPort<?> port, Effect effect, long now) {
        try {
            port.carryOut(effect, broker, now);
        } catch (RuntimeException bug) {
            LOG.error("Stream {} failed to take {}; it is given up", port.id(), effect, bug);
            port.cancelled();
        }
    }

    /** A decision of the broker, to be carried out at the end of the turn. */
    void accept(StreamPort<?> port, Effect effect) {
        decisions.add(new Decision(port, effect));
    }

    void portOpened() {
        openPorts++;
    }

    void portClosed() {
        openPorts--;
    }

    /** How many streams are open here, for tests and diagnostics. Broker's thread only. */
    int openPorts() {
        return openPorts;
    }

    /** Stops the broker's thread and waits for it; what was asked before is done, the last snapshot stays. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive() && !thread.join(STOP_TIMEOUT)) {
                LOG.error("The broker's thread did not stop within {} s", STOP_TIMEOUT.toSeconds());
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        turn(Math.max(clock.nowNanos(), nextSnapshotNanos));
    }
}
