package virdi.ui.map;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells which drawn parts say something else now, and which of those are to be drawn in a pulse: damage, as window systems
 * call it. FX thread only.
 *
 * <p>A change of state is due at once, mere figures at most every 400 ms, since nobody reads faster; and only so many parts
 * are in one pulse, so that a thousand changes cost many small frames rather than one long one. Only parts in view are kept:
 * one that comes in again is drawn as it is then.
 */
final class Damage {
    static final long FIGURES_NANOS = 400_000_000L;

    /**
     * What a part says.
     *
     * @param mood a digest of what is drawn at once when it changes: names and states
     * @param build a digest of what is drawn beside what is written
     * @param figures a digest of everything written
     */
    record Said(long mood, long build, long figures) {
        /** Said by one piece of a part, while another piece of it says something else. */
        Said torn(Said other) {
            return new Said(
                    Digest.torn(mood, other.mood),
                    Digest.torn(build, other.build),
                    Digest.torn(figures, other.figures));
        }
    }

    /** What of a part is to be drawn anew. */
    enum Change {
        NONE,
        /** What is written. */
        FIGURES,
        ALL
    }

    private static final class Drawn {
        Said said;
        long nanos;
        /** The last look in which it was in view. */
        long look;

        Drawn(Said said, long nanos) {
            this.said = said;
            this.nanos = nanos;
        }
    }

    private final Map<Object, Drawn> drawn = new HashMap<>();
    /** Counts the looks through all parts. */
    private long look;
    /** How many parts were in view in this one. */
    private int seen;

    private boolean told = true;
    private boolean waiting;
    /** Whether figures have changed that were not drawn yet. */
    private boolean unread;

    private int budget;
    private boolean legible;
    private boolean exposed;
    private long nanos;

    /** Tells that something may say something else now. */
    void tell() {
        told = true;
    }

    /** Whether something has changed that was not drawn yet. */
    boolean isWaiting() {
        return waiting || unread;
    }

    /** Whether parts are to be looked through. */
    boolean isDue(boolean panning) {
        return told || waiting || unread && !panning;
    }

    /**
     * Begins to look through all parts in view.
     *
     * @param most how many may be drawn
     * @param panning whether the picture is moved by a hand: then nobody reads figures, and they wait
     * @param entering whether something has come into view, and shows what it says now
     * @param now the pulse's time
     */
    void begin(int most, boolean panning, boolean entering, long now) {
        if (seen < drawn.size()) {
            drawn.values().removeIf(part -> part.look != look);
        }
        look++;
        seen = 0;
        told = false;
        waiting = false;
        unread = false;
        budget = most;
        legible = !panning;
        exposed = entering;
        nanos = now;
    }

    /** Whether that is the state a part was drawn with last. */
    boolean isAsDrawn(Object part, long mood) {
        Drawn last = drawn.get(part);
        if (last == null || last.said.mood != mood) {
            return false;
        }
        see(last);
        return true;
    }

    /** What of a part in view is to be drawn now; it then counts as drawn, as one does that has just come into view. */
    Change change(Object part, Said now) {
        Drawn last = drawn.get(part);
        if (last == null) {
            last = new Drawn(now, nanos);
            drawn.put(part, last);
        }
        see(last);
        Said before = last.said;
        if (before.equals(now)) {
            return Change.NONE;
        }
        boolean mood = before.mood != now.mood;
        boolean due = mood || legible && nanos - last.nanos >= FIGURES_NANOS;
        if (due && budget > 0) {
            budget--;
            last.said = now;
            last.nanos = nanos;
            return before.build == now.build ? Change.FIGURES : Change.ALL;
        }
        waiting |= mood;
        unread |= !mood;
        if (exposed) {
            last.said = before.torn(now);
        }
        return Change.NONE;
    }

    private void see(Drawn part) {
        if (part.look != look) {
            part.look = look;
            seen++;
        }
    }

    /** Everything in view has been drawn anew. */
    void forget() {
        drawn.clear();
        seen = 0;
    }
}
