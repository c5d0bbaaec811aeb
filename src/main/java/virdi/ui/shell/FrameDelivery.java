package virdi.ui.shell;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;

/**
 * Decides in each pulse who is shown which frame; FX thread only, needs no toolkit. What moves gets every new frame,
 * what is read gets at most one each {@link #READING_NANOS}: figures that change faster cannot be read, and cost layout.
 * While frames come one after the other nobody gets one in the pulse in which another does, so that no pulse is long; and
 * while the machine is busy, which has few pulses, one that has come is drawn in a pulse of its own.
 * Whether the broker listens is told at once, even while the picture is held: it is switched, not looked at.
 */
final class FrameDelivery {
    /** Five times a second. */
    static final long READING_NANOS = 200_000_000;

    /** What moves: is shown frames and moves between them. */
    interface Moving {
        void show(Frame frame);

        /** Takes what it was shown, and draws nothing yet. */
        void take(long nanos);

        /** Moves on to a time; true while there is more to move. */
        boolean pulse(long nanos);
    }

    /** What a pulse is for. */
    private enum Turn {
        /** What has come. */
        NEWS,
        /** To draw what the last one took. */
        DRAWING,
        /** What is read, which has waited for it long enough. */
        READING
    }

    private final FrameSource source;
    private final Moving moving;
    private final Consumer<Frame> reading;
    private final Consumer<Boolean> switched;

    private volatile @Nullable Frame shown;
    private long shownNanos;
    private boolean readingDue;
    private long readAtNanos;
    private Turn next = Turn.NEWS;
    private volatile boolean held;
    private volatile boolean listening = Frame.EMPTY.listening();

    /**
     * @param reading is shown frames to read
     * @param switched is told whether the broker listens, whenever that changes
     */
    FrameDelivery(FrameSource source, Moving moving, Consumer<Frame> reading, Consumer<Boolean> switched) {
        this.source = source;
        this.moving = moving;
        this.reading = reading;
        this.switched = switched;
    }

    /** Holds the picture still, or goes on with the newest frame. */
    void hold(boolean still) {
        held = still;
    }

    boolean isHeld() {
        return held;
    }

    /** Whether something waits that has not been shown. Any thread. */
    boolean isBehind() {
        Frame latest = source.latest();
        return isNew(latest) || latest.listening() != listening;
    }

    @SuppressWarnings("ReferenceEquality") // the sampler hands out the same instance while nothing changes
    private boolean isNew(Frame latest) {
        return !held && latest != shown;
    }

    /** Whether something is left that the next pulse should see to at once. */
    boolean isHalfDone() {
        return next != Turn.NEWS;
    }

    /**
     * Shows what is new.
     *
     * @param nanos the pulse's time
     * @param sparing whether the machine is busy, so that there are few pulses, in which all would come together
     * @return whether the next pulse has something to do
     */
    boolean pulse(long nanos, boolean sparing) {
        Frame latest = source.latest();
        if (latest.listening() != listening) {
            listening = latest.listening();
            switched.accept(listening);
        }
        Turn turn = next;
        next = Turn.NEWS;
        boolean flows = nanos - shownNanos < READING_NANOS;
        if (turn == Turn.NEWS && isNew(latest)) {
            if (shown == null) {
                readAtNanos = nanos - READING_NANOS;
            } else if (flows && sparing) {
                next = Turn.DRAWING;
            } else if (flows && isTimeToRead(nanos)) {
                next = Turn.READING;
            }
            shown = latest;
            shownNanos = nanos;
            readingDue = true;
            moving.show(latest);
        } else if (turn == Turn.DRAWING && readingDue && isTimeToRead(nanos)) {
            next = Turn.READING;
        }
        Frame now = shown;
        if (readingDue && now != null && next == Turn.NEWS && isTimeToRead(nanos)) {
            readingDue = false;
            readAtNanos = nanos;
            reading.accept(now);
        }
        return move(turn, nanos, sparing) || readingDue;
    }

    private boolean move(Turn turn, long nanos, boolean sparing) {
        if (next == Turn.DRAWING) {
            moving.take(nanos);
            return true;
        }
        return (turn == Turn.READING && sparing) || moving.pulse(nanos);
    }

    private boolean isTimeToRead(long nanos) {
        return nanos - readAtNanos >= READING_NANOS;
    }
}
