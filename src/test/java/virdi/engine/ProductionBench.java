package virdi.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.InitialState;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.Units;

/**
 * The cost of one message of one unit in broker and loop, from the inlet to the consumer's outlet, while so many consumers
 * with credit wait for units: one of them gets it, the others must cost nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class ProductionBench {
    private static final Peer MAKER = new Peer(new ClientId("maker"), true, "127.0.0.1:1");
    private static final Peer TAKER = new Peer(new ClientId("taker"), true, "127.0.0.1:2");
    private static final ResourceId IRON = new ResourceId("iron");
    private static final long START_NANOS = 1_800_000_000_000_000_000L;
    /** A hundred thousand messages a second. */
    private static final long STEP_NANOS = 10_000;

    /** Every message is handed over at once, so that each costs the same work however many share them. */
    private static final BrokerSettings UNCOALESCED = BrokerSettings.builder()
            .coalescing(Duration.ZERO)
            .maxStreamsPerClient(100_000)
            .build();

    /** How many consumers wait. */
    @Param({"1", "10", "100", "1000", "10000"})
    public int waiting;

    private long now;
    private BrokerLoop loop;
    private StreamGateway.ProduceInlet inlet;
    private long delivered;

    /** A broker at a standstill but for what the benchmark does. */
    @Setup(Level.Trial)
    public void open() {
        now = START_NANOS;
        loop = new BrokerLoop(UNCOALESCED, InitialState.NOTHING, () -> now);
        for (int i = 0; i < waiting; i++) {
            ConsumptionSpec spec =
                    new ConsumptionSpec(new ConsumerId("c" + i), IRON, Units.MAX_UINT32, Units.MAX_UINT32, 0);
            var unused = loop.openConsumption(TAKER, spec, new Sink());
        }
        // As in a broker without a window: what it costs to show streams is not the rules' cost.
        loop.listStreams(false);
        inlet = loop.openProduction(MAKER, new Sink());
        inlet.init(IRON);
        // A turn visits only so many streams.
        while (loop.openPorts() <= waiting) {
            loop.turn(now);
        }
    }

    /** One message. */
    @Benchmark
    public long production() {
        now += STEP_NANOS;
        inlet.amount(1);
        inlet.flush();
        loop.turn(now);
        return delivered;
    }

    private final class Sink implements StreamGateway.ProduceOutlet, StreamGateway.ConsumeOutlet {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void close(CloseStatus status, long units) {
            throw new IllegalStateException("ended: " + status);
        }

        @Override
        public void readMore(int messages) {
            // The benchmark never runs ahead.
        }

        @Override
        public boolean deliver(long units) {
            delivered += units;
            return true;
        }
    }
}
