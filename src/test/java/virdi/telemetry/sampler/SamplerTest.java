package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import virdi.engine.BrokerMonitor;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Ledger;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.model.Watermarks;
import virdi.telemetry.Frame;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.TimeRange;

class SamplerTest {
    private static final ResourceId IRON = new ResourceId("iron");

    /** A broker that shows what it is told to. */
    private static final class Shown implements BrokerMonitor {
        private final List<BrokerEvent> events = new CopyOnWriteArrayList<>();
        private volatile BrokerSnapshot snapshot = BrokerSnapshot.EMPTY;
        private volatile Runnable listener = () -> {};
        volatile boolean broken;

        void show(BrokerSnapshot newest, BrokerEvent... news) {
            snapshot = newest;
            events.addAll(List.of(news));
            listener.run();
        }

        void breakOnce() {
            broken = true;
            listener.run();
        }

        @Override
        public BrokerSnapshot snapshot() {
            if (broken) {
                broken = false;
                throw new IllegalStateException("a bug planted by this test");
            }
            return snapshot;
        }

        @Override
        public List<BrokerEvent> eventsAfter(long after) {
            return events.stream().filter(it -> it.sequence() > after).toList();
        }

        @Override
        public void onNews(Runnable newListener) {
            listener = newListener;
        }
    }

    private final Shown broker = new Shown();

    @Test
    void framesFollowTheBrokerUntilClosed() {
        try (Sampler sampler = Sampler.start(broker)) {
            assertThat(sampler.latest()).isEqualTo(Frame.EMPTY);
            broker.show(iron(5), EventLogTest.event(1));
            await().until(() -> sampler.latest().resources().size() == 1
                    && sampler.latest().events().events().size() == 1);
            broker.show(iron(6));
            await().until(() -> sampler.latest().resources().getFirst().level() == 6);
            SeriesQuery iron = new SeriesQuery(Set.of(new Target.Resource(IRON)), TimeRange.MINUTE);
            sampler.watch(Set.of(iron));
            await().until(() -> sampler.latest().series(iron).size() > 0);
            sampler.close();
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(it -> it.getName().equals("virdi-sampler")));
        }
    }

    @Test
    void whoeverWaitsIsToldOfEachFrameAndOfNothingElse() {
        try (Sampler sampler = Sampler.start(broker)) {
            List<Frame> told = new CopyOnWriteArrayList<>();
            sampler.onFrame(() -> told.add(sampler.latest()));
            broker.show(iron(5));
            await().until(() -> sampler.latest().resources().size() == 1);
            broker.show(iron(6));
            await().until(() -> sampler.latest().resources().getFirst().level() == 6);
            await().until(() -> told.contains(sampler.latest()));
            assertThat(told).doesNotHaveDuplicates();
        }
    }

    @Test
    void picturesGoOnAfterOneThatCouldNotBeMade() {
        try (Sampler sampler = Sampler.start(broker)) {
            broker.breakOnce();
            await().until(() -> !broker.broken);
            broker.show(iron(5));
            await().until(() -> sampler.latest().resources().size() == 1);
        }
    }

    private static BrokerSnapshot iron(long level) {
        ResourceState state = new ResourceState(
                IRON, new Ledger(level, 0, 0, 0, level, 0), 0, Watermarks.of(100, 75), true, null, null);
        return new BrokerSnapshot(
                level,
                System.nanoTime(),
                System.currentTimeMillis(),
                true,
                List.of(state),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                0);
    }
}
