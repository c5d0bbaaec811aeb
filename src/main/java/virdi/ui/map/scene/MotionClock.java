package virdi.ui.map.scene;

/** The time of what flows: it stands still while the picture is held, and goes on from there. FX thread only. */
public final class MotionClock {
    private boolean held;
    private long heldAt;
    /** How long it was held in all: it is later than the pulses by so much. */
    private long heldNanos;

    /** Holds it or lets it go on, at a pulse's time. */
    public void hold(boolean still, long nanos) {
        if (still && !held) {
            heldAt = nanos;
        } else if (!still && held) {
            heldNanos += nanos - heldAt;
        }
        held = still;
    }

    /** The time of what flows at a pulse's time. */
    public long at(long nanos) {
        return (held ? heldAt : nanos) - heldNanos;
    }
}
