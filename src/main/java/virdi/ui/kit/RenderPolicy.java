package virdi.ui.kit;

/**
 * Decides when what is drawn again. FX thread only; reads no clock: every question brings its time, in nanoseconds of a
 * clock that only rises.
 *
 * <p>A picture without a graphics card costs several milliseconds of a processor that the broker may need, so each kind of
 * change is drawn as often as a person can see it, and no more. Input is not in the table: whatever a person drags, types
 * or clicks is drawn in the next pulse, and so is the picture that a hand pans or zooms.
 *
 * <table>
 * <caption>The shortest time between two drawings; the first situation that holds applies</caption>
 * <tr><th>situation</th><th>dots and liquids</th><th>frames on the map</th><th>figures on the map</th><th>panels</th></tr>
 * <tr><td>{@link Situation#HAND}</td><td>2 pulses</td><td>4 pulses</td><td>when the hand rests</td><td>200 ms</td></tr>
 * <tr><td>{@link Situation#BUSY}</td><td>100 ms</td><td>100 ms</td><td>400 ms</td><td>200 ms</td></tr>
 * <tr><td>{@link Situation#BATTERY}</td><td>4 pulses</td><td>4 pulses</td><td>400 ms</td><td>400 ms</td></tr>
 * <tr><td>{@link Situation#EASY}</td><td>2 pulses</td><td>2 pulses</td><td>400 ms</td><td>200 ms</td></tr>
 * </table>
 *
 * <p>A pulse is a sixtieth of a second. Where two pulses are too often for the machine, that is where drawing takes more
 * than {@link #AFFORDED} of a processor, dots and liquids are drawn less often, at least every 100 ms.
 */
public final class RenderPolicy {
    /** The state of machine and user that sets the pace. */
    public enum Situation {
        /** A hand pans or zooms the map. */
        HAND(TWO_PULSES, FOUR_PULSES, PANELS),
        /** Hardly a processor is idle, and nobody has touched the window lately. */
        BUSY(TENTH, TENTH, PANELS),
        /** The machine runs on battery. */
        BATTERY(FOUR_PULSES, FOUR_PULSES, 2 * PANELS),
        EASY(TWO_PULSES, TWO_PULSES, PANELS);

        private final long motionNanos;
        private final long frameNanos;
        private final long panelsNanos;

        Situation(long motionNanos, long frameNanos, long panelsNanos) {
            this.motionNanos = motionNanos;
            this.frameNanos = frameNanos;
            this.panelsNanos = panelsNanos;
        }
    }

    /** A little less than the pulses take together, so that one that comes early is not missed. */
    private static final long TWO_PULSES = 30_000_000L;

    private static final long FOUR_PULSES = 63_000_000L;
    private static final long TENTH = 97_000_000L;
    /** Five times a second: figures that change faster cannot be read. */
    private static final long PANELS = 195_000_000L;

    private static final long FIGURES = 400_000_000L;

    /** How many nodes can be drawn anew in every pulse: they take less than a third of it. */
    public static final int FLUENT_NODES = 40;
    /** How many parts of the map that say something else are drawn in one pulse; others wait for the next. */
    public static final int PARTS_PER_PULSE = 8;
    /** How many things those parts may consist of: one pipe of a crowded tank overlaps a hundred others. */
    public static final int PIECES_PER_PULSE = 60;
    /** From this share of the view on, what has moved is drawn as a whole and not part by part. */
    public static final double WHOLE_FROM = 0.6;

    /** The share of one processor that drawing may take while nobody touches the window. */
    static final double AFFORDED = 0.16;
    /** With fewer idle processors than this the machine is busy: a broker and one client that sends leave about so many. */
    private static final double BUSY_BELOW = 0.8;
    /** It stays busy until there are more than that. */
    private static final double EASY_ABOVE = 1.1;
    /** How long after the last touch a person is taken to be at the window. */
    private static final long TOUCHED = 1_500_000_000L;
    /** A hand rests when it has not moved the picture for so long; a wheel that is being turned is quicker. */
    private static final long AT_REST = 120_000_000L;
    /** How long an image may stand in for the picture while a hand zooms: nobody reads words meanwhile. */
    private static final long SNAPSHOT = 2_000_000_000L;
    /** The largest scale, up and down, at which an image of the picture still looks acceptable. */
    private static final double SNAPSHOT_SCALE = 2.5;

    private final int processors;
    private boolean busy;
    private boolean battery;
    private double stretch = 1;
    private long touchedNanos;
    private boolean touched;
    private long movedNanos;
    private boolean moved;

    /** @param processors how many the machine has, from 1 */
    public RenderPolicy(int processors) {
        this.processors = processors;
    }

    /**
     * Takes note of the machine; about once a second.
     *
     * @param load the share of all processors in use lately, 0 to 1; negative when unknown
     * @param onBattery whether the machine runs on battery
     * @param drawing the share of one processor that drawing has taken since the last call, from 0
     */
    public void measure(double load, boolean onBattery, double drawing) {
        double idle = (1 - load) * processors;
        busy = idle <= Math.min(busy ? EASY_ABOVE : BUSY_BELOW, processors / 2.0);
        battery = onBattery;
        stretch = Math.clamp(stretch * drawing / AFFORDED, 1, (double) TENTH / TWO_PULSES);
    }

    /** A person has touched the window. */
    public void touched(long now) {
        touched = true;
        touchedNanos = now;
    }

    /** A hand has panned or zoomed the picture. */
    public void moved(long now) {
        moved = true;
        movedNanos = now;
    }

    /** Whether a hand pans or zooms the picture. */
    public boolean isHandMoving(long now) {
        return moved && now - movedNanos < AT_REST;
    }

    Situation situation(long now) {
        if (isHandMoving(now)) {
            return Situation.HAND;
        }
        if (busy && !(touched && now - touchedNanos < TOUCHED)) {
            return Situation.BUSY;
        }
        return battery ? Situation.BATTERY : Situation.EASY;
    }

    /** How long the timer of pulses may stop after a picture; 0 for not at all. */
    public long restNanos(long now) {
        return situation(now) == Situation.BUSY ? TENTH : 0;
    }

    /**
     * Whether dots and liquids are due.
     *
     * @param drawnNanos when they were drawn last
     * @param stepNanos how long a dot takes to move so far that it can be seen
     */
    public boolean isMotionDue(long drawnNanos, long stepNanos, long now) {
        long least = (long) Math.min(TENTH, situation(now).motionNanos * stretch);
        return now - drawnNanos >= Math.max(least, stepNanos);
    }

    /** Whether things on their way to another place are due: in every pulse, unless there are many. */
    public boolean isGlideDue(long drawnNanos, boolean crowded, long now) {
        return now - drawnNanos >= (crowded ? situation(now).motionNanos : 0);
    }

    /** Whether the map takes the newest frame. */
    public boolean isFrameDue(long takenNanos, long now) {
        return now - takenNanos >= situation(now).frameNanos;
    }

    /** Whether panels take the newest frame. */
    public boolean arePanelsDue(long takenNanos, long now) {
        return now - takenNanos >= situation(now).panelsNanos;
    }

    /** Whether frames come one after the other, so that panels and map take them in different pulses. */
    public boolean isFlowing(long takenNanos, long now) {
        return now - takenNanos < 2 * PANELS;
    }

    /** Whether figures on the map that have changed are due; states are due at once. */
    public boolean areFiguresDue(long drawnNanos, boolean handMoves, long now) {
        return !handMoves && now - drawnNanos >= FIGURES;
    }

    /** Whether an image still stands in for the picture that a hand zooms. */
    public boolean isSnapshotGood(long takenNanos, double scale, long now) {
        return now - takenNanos < SNAPSHOT && Math.max(scale, 1 / scale) <= SNAPSHOT_SCALE;
    }
}
