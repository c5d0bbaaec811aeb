package virdi.ui.map.scene;

/**
 * The clock of everything that flows. It stops while the picture is held, and then continues from there. FX thread
 * only.
 */
public final class MotionClock {
    private boolean held;
    private long heldAt;
    /** Total time for which the clock stood still. It is behind the pulse time by this much. */
    private long heldNanos;

    /** Stops the clock or lets it continue, at a pulse time. */
    public void hold(boolean still, long nanos) {
        if (still && !held) {
            heldAt = nanos;
        } else if (!still && held) {
            heldNanos += nanos - heldAt;
        }
        held = still;
    }

    /** Returns the clock's time at a pulse time. */
    public long at(long nanos) {
        return (held ? heldAt : nanos) - heldNanos;
    }
}
