package virdi.engine;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import virdi.broker.Broker;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.InitialState;
import virdi.model.Peer;
import virdi.model.ResourceId;

/**
 * Runs the wire's thread and the broker's at the inlet of one production in all interleavings up to a bound: each message
 * that was sent before a turn began is taken in that turn or before, and none twice. The public methods are what the two
 * threads do.
 */
public class InletInterleavingsTest {
    private static final long NOW = 1_800_000_000_000_000_000L;

    private final BrokerLoop loop = new BrokerLoop(BrokerSettings.DEFAULT, InitialState.NOTHING, () -> NOW);
    private final Outlets outlet = new Outlets();
    private final StreamGateway.ProduceInlet inlet;

    /** An open production of which nothing has been sent yet. */
    public InletInterleavingsTest() {
        inlet = loop.openProduction(new Peer(new ClientId("mine"), true, "127.0.0.1:1"), outlet);
        inlet.init(new ResourceId("iron"));
        loop.turn(NOW);
    }

    @Test
    void noMessageIsLostOrTakenTwice() {
        new ModelCheckingOptions()
                .threads(2)
                .actorsBefore(0)
                .actorsPerThread(2)
                .actorsAfter(1)
                .iterations(4)
                .invocationsPerIteration(200)
                // The broker has one thread: no two meet inside it.
                .addGuarantee(forClasses(Broker.class.getName()).allMethods().ignore())
                .sequentialSpecification(PlainInlet.class)
                .check(InletInterleavingsTest.class);
    }

    /** The wire brings a message of one unit. */
    @Operation(nonParallelGroup = "wire")
    public void send() {
        inlet.amount(1);
        inlet.flush();
    }

    /** A turn of the loop, if it is awaited; tells the units that the broker has accepted by then. */
    @Operation(nonParallelGroup = "broker")
    public long turn() {
        if (loop.isAwaited()) {
            loop.turn(NOW);
        }
        loop.publish(NOW);
        return loop.snapshot().resources().getFirst().ledger().accepted();
    }

    /** The same for one thread. */
    public static final class PlainInlet {
        private long accepted;

        public void send() {
            accepted++;
        }

        public long turn() {
            return accepted;
        }
    }
}
