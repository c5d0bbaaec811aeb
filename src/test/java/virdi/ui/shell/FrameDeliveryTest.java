package virdi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.SeriesQuery;
import virdi.ui.Picks;
import virdi.ui.SampleWorld;
import virdi.ui.kit.RenderPolicy;

class FrameDeliveryTest {
    private static final long PULSE = 16_000_000;

    private final SampleWorld world = SampleWorld.factory();
    private final List<Frame> moved = new ArrayList<>();
    private final List<Frame> read = new ArrayList<>();
    private final List<Boolean> switched = new ArrayList<>();
    private boolean moving;
    private int pulses;
    /** Shown in the world's place, if any. */
    private @Nullable Frame latest;

    private final RenderPolicy policy = new RenderPolicy(2);
    private final FrameDelivery delivery = new FrameDelivery(
            new FrameSource() {
                @Override
                public Frame latest() {
                    return latest == null ? world.latest() : latest;
                }

                @Override
                public void watch(Set<SeriesQuery> watches) {}

                @Override
                public void onFrame(Runnable listener) {}
            },
            new FrameDelivery.Moving() {
                @Override
                public void show(Frame frame) {
                    moved.add(frame);
                }

                @Override
                public boolean pulse(long nanos) {
                    pulses++;
                    return moving;
                }
            },
            read::add,
            switched::add,
            policy);
    private long now = 1_000_000_000L;

    @Test
    void theFirstFrameIsShownToAllAtOnce() {
        assertThat(delivery.isBehind()).isTrue();

        assertThat(pulse()).isFalse();
        assertThat(moved).hasSize(1);
        assertThat(read).hasSize(1);
        assertThat(delivery.isBehind()).isFalse();
    }

    @Test
    void theSameFrameIsShownOnce() {
        pulse();
        pulse();

        assertThat(moved).hasSize(1);
        assertThat(read).hasSize(1);
    }

    @Test
    void whatIsReadGetsFiveFramesASecondAndTheLastOneInTheEnd() {
        pulse();
        for (int frame = 0; frame < 60; frame++) {
            world.advance(33);
            pulse();
        }
        assertThat(moved).hasSizeBetween(56, 57);
        assertThat(read).hasSizeBetween(5, 6);

        for (int rest = 0; rest < 15; rest++) {
            pulse();
        }
        assertThat(read.getLast()).isSameAs(world.latest());
    }

    @Test
    void whileFramesFlowNoPulseShowsOneToBoth() {
        pulse();
        for (int frame = 0; frame < 60; frame++) {
            world.advance(33);
            int movedBefore = moved.size();
            int readBefore = read.size();
            pulse();
            assertThat(moved.size() - movedBefore + read.size() - readBefore).isEqualTo(1);
            assertThat(read.getLast()).as("what is read is on the map already").isIn(moved);
        }
    }

    @Test
    void aFrameAfterAQuietTimeIsShownToAllAtOnce() {
        pulse();
        now += 400_000_000;
        world.advance(33);
        assertThat(pulse()).isFalse();
        assertThat(moved).hasSize(2);
        assertThat(read).hasSize(2);
    }

    @Test
    void onABusyMachineWithFewPulsesPanelsHaveTheirTurnToo() {
        policy.measure(1, false, 0);
        pulse();
        for (int frame = 0; frame < 20; frame++) {
            now += 100_000_000;
            world.advance(100);
            delivery.pulse(now);
        }
        assertThat(read.size()).as("in two seconds").isBetween(7, 11);
        assertThat(moved.size()).isBetween(11, 15);
    }

    @Test
    void theMapMovesOnInEachPulse() {
        for (int frame = 0; frame < 60; frame++) {
            world.advance(33);
            pulse();
        }
        assertThat(pulses).isEqualTo(60);
    }

    @Test
    void thePulsesGoOnUntilTheLastFrameWasRead() {
        pulse();
        world.advance(33);
        assertThat(pulse()).isTrue();
        now += 200_000_000;
        assertThat(pulse()).isFalse();
    }

    @Test
    void thePulsesGoOnWhileSomethingMoves() {
        moving = true;
        assertThat(pulse()).isTrue();
        moving = false;
        assertThat(pulse()).isFalse();
    }

    @Test
    void aHeldPictureStaysAndThenGoesOnWithTheNewest() {
        pulse();
        delivery.hold(true);
        world.advance(1_000);
        assertThat(delivery.isBehind()).isFalse();
        pulse();
        assertThat(moved).hasSize(1);

        delivery.hold(false);
        pulse();
        assertThat(moved.getLast()).isSameAs(world.latest());
    }

    @Test
    void whetherTheBrokerListensIsToldOnceEvenWhileThePictureIsHeld() {
        pulse();
        assertThat(switched).isEmpty();

        delivery.hold(true);
        latest = Picks.stopped(world.latest());
        assertThat(delivery.isBehind()).isTrue();
        pulse();
        assertThat(delivery.isBehind()).isFalse();
        pulse();

        assertThat(switched).containsExactly(false);
        assertThat(moved).hasSize(1);
    }

    private boolean pulse() {
        now += PULSE;
        return delivery.pulse(now);
    }
}
