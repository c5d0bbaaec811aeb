package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.Ledger;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Watermarks;
import virdi.telemetry.history.History;
import virdi.telemetry.rate.ElapsedTime;

/** The cost of 10,000 streams in memory and processor time, with limits that a busy machine keeps. */
class ManyStreamsTest {
    private static final int STREAMS = 10_000;
    private static final long LOOK = ElapsedTime.SECOND / 30;
    private static final ResourceId IRON = new ResourceId("iron");

    private final FrameMaker maker = new FrameMaker();
    private final List<ConsumerState> consumers = new ArrayList<>();
    private long now = 1_000 * ElapsedTime.SECOND;
    private long delivered;

    @Test
    void historyOfTenThousandStreamsStaysSmall() {
        List<History> all = new ArrayList<>();
        long before = usedHeap();
        for (int stream = 0; stream < STREAMS; stream++) {
            History history = new History();
            for (int second = 0; second < 400; second++) {
                history.put(second, 0, second * 7 % 13, 120, second * 11 % 17, 0, second * 7L);
            }
            all.add(history);
        }
        long used = usedHeap() - before;
        assertThat(all).hasSize(STREAMS);
        assertThat(used).isLessThan(36L << 20);
    }

    @Test
    void lookAtTenThousandFlowingStreamsTakesAFewMilliseconds() {
        open();
        for (int i = 0; i < 300; i++) {
            look(3);
        }
        long before = cpuNanos();
        int looks = 150;
        for (int i = 0; i < looks; i++) {
            look(3);
        }
        long each = (cpuNanos() - before) / looks;
        // A third of all streams delivers in every look, as with deliveries coalesced to 100 ms.
        assertThat(each).isLessThan(12_000_000);
    }

    private void open() {
        for (int i = 0; i < STREAMS; i++) {
            consumers.add(consumer(i, 0));
        }
    }

    private void look(int oneIn) {
        now += LOOK;
        int phase = (int) (now / LOOK % oneIn);
        for (int i = phase; i < STREAMS; i += oneIn) {
            delivered++;
            consumers.set(i, consumer(i, consumers.get(i).deliveredUnits() + 1));
        }
        ResourceState iron = new ResourceState(
                IRON, new Ledger(0, delivered, 0, delivered, 0, 0), 0, Watermarks.of(1_000, 75), true, null, null);
        BrokerSnapshot snapshot = new BrokerSnapshot(
                now,
                now,
                now / 1_000_000,
                true,
                List.of(iron),
                List.of(),
                List.of(),
                List.copyOf(consumers),
                0,
                List.of(),
                0,
                delivered);
        assertThat(maker.sample(snapshot, List.of(), Set.of(), now).streams()).hasSize(STREAMS);
    }

    private ConsumerState consumer(int index, long units) {
        return new ConsumerState(
                new StreamId(index + 1),
                new Peer(new ClientId("client-" + index % 100), true, "127.0.0.1:1"),
                new ConsumptionSpec(new ConsumerId("consumer-" + index), IRON, 600, 600, 0),
                0,
                600,
                450,
                440,
                now,
                units,
                units,
                0,
                0,
                true,
                null,
                false);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
