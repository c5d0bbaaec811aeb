package virdi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.Watch;
import virdi.ui.Picks;
import virdi.ui.SampleWorld;

class FrameDeliveryTest {
    private static final long PULSE = 16_000_000;

    private final SampleWorld world = SampleWorld.factory();
    private final List<Frame> moved = new ArrayList<>();
    private final List<Frame> read = new ArrayList<>();
    private final List<Boolean> switched = new ArrayList<>();
    private boolean moving;
    /** Shown in the world's place, if any. */
    private @Nullable Frame latest;

    private final FrameDelivery delivery = new FrameDelivery(
            new FrameSource() {
                @Override
                public Frame latest() {
                    return latest == null ? world.latest() : latest;
                }

                @Override
                public void watch(Set<Watch> watches) {}

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
                    return moving;
                }
            },
            read::add,
            switched::add);
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
        assertThat(moved).hasSize(61);
        assertThat(read).hasSizeBetween(5, 6);

        for (int rest = 0; rest < 15; rest++) {
            pulse();
        }
        assertThat(read.getLast()).isSameAs(world.latest());
    }

    @Test
    void thePulsesGoOnUntilTheLastFrameWasRead() {
        pulse();
        world.advance(33);
        assertThat(pulse()).isTrue();
        now += FrameDelivery.READING_NANOS;
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
