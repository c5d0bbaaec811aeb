package virdi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;

class SampleWorldTest {
    @Test
    void sameTimeGivesTheSamePicture() {
        assertThat(SampleWorld.factory().at(12_345))
                .isEqualTo(SampleWorld.factory().at(12_345));
    }

    @Test
    void everyLedgerBalancesAtEveryTime() {
        SampleWorld world = SampleWorld.factory();
        for (long millis = 0; millis < 600_000; millis += 7_001) {
            for (ResourceView resource : world.at(millis).resources()) {
                assertThat(resource.state().ledger().difference()).isZero();
                assertThat(resource.fillShare())
                        .as("%s at %d", resource.id(), millis)
                        .isBetween(0.0, 1.01);
            }
        }
    }

    @Test
    void unitsMoveAndEventsAccumulate() {
        SampleWorld world = SampleWorld.factory();
        Frame before = world.latest();
        world.advance(10_000);
        Frame after = world.latest();
        assertThat(after.events().events())
                .hasSizeGreaterThan(before.events().events().size());
        assertThat(units(after)).isGreaterThan(units(before));
    }

    @Test
    void largeWorldHasTheStreamsAskedFor() {
        Frame frame = SampleWorld.large(100, 2_000).latest();
        assertThat(frame.streams()).hasSize(2_000);
        assertThat(frame.clients()).hasSize(100);
    }

    private static long units(Frame frame) {
        return frame.streams().stream().mapToLong(stream -> stream.units()).sum();
    }
}
