package virdi.ui.map.render;

import java.util.HashMap;
import java.util.Map;
import virdi.ui.kit.RenderPolicy;

/**
 * Tells which drawn parts have other contents now, and which of those are drawn in a pulse: damage, as window systems
 * call it. FX thread only.
 *
 * <p>A state is drawn at once; figures wait as long as {@link RenderPolicy} says. Only so many parts are drawn in one
 * pulse, so that a thousand changes cost many small frames and not one long one. Only parts in view are kept: a part that
 * comes into view again is drawn as it is then.
 */
public final class Damage {
    /**
     * The contents of a part, as values that are equal when they look alike.
     *
     * @param state drawn at once when it changes: name and state
     * @param shape all that is drawn beside texts
     * @param text all texts
     */
    record Contents(Object state, Object shape, Object text) {
        /** Contents of which one piece of the part shows these and another piece others: equal to nothing where they differ. */
        private Contents torn(Contents other) {
            return new Contents(torn(state, other.state), torn(shape, other.shape), torn(text, other.text));
        }

        private static Object torn(Object one, Object other) {
            return one.equals(other) ? one : new Object();
        }
    }

    /** The share of a part that is to be drawn again. */
    enum Change {
        NONE,
        TEXT,
        ALL
    }

    private static final class Drawn {
        Contents contents;
        long nanos;
        /** The last look in which the part was in view. */
        long look;

        Drawn(Contents contents, long nanos) {
            this.contents = contents;
            this.nanos = nanos;
        }
    }

    private final RenderPolicy policy;
    private final Map<Object, Drawn> drawn = new HashMap<>();
    /** Counts the looks through all parts. */
    private long look;
    /** How many parts were in view in this look. */
    private int seen;

    private boolean invalid = true;
    /** Whether states have changed that were not drawn yet. */
    private boolean statesWait;
    /** Whether texts have changed that were not drawn yet. */
    private boolean textsWait;

    private int budget;
    private boolean handMoves;
    private boolean uncovering;
    private long nanos;

    Damage(RenderPolicy policy) {
        this.policy = policy;
    }

    /** Contents may be different now. */
    void invalidate() {
        invalid = true;
    }

    /** Whether something has changed that was not drawn yet. */
    boolean isWaiting() {
        return statesWait || textsWait;
    }

    /**
     * Whether parts are to be looked through.
     *
     * @param nowHandMoves whether a hand moves the picture
     */
    boolean isDue(boolean nowHandMoves) {
        return invalid || statesWait || textsWait && !nowHandMoves;
    }

    /**
     * Begins to look through all parts in view.
     *
     * @param most how many may be drawn
     * @param nowHandMoves whether a hand moves the picture
     * @param nowUncovering whether something has come into view, and shows its contents of now
     * @param now the pulse's time
     */
    void begin(int most, boolean nowHandMoves, boolean nowUncovering, long now) {
        if (seen < drawn.size()) {
            drawn.values().removeIf(part -> part.look != look);
        }
        look++;
        seen = 0;
        invalid = false;
        statesWait = false;
        textsWait = false;
        budget = most;
        handMoves = nowHandMoves;
        uncovering = nowUncovering;
        nanos = now;
    }

    /** Whether a part was drawn with that state last. */
    boolean isAsDrawn(Object part, Object state) {
        Drawn last = drawn.get(part);
        if (last == null || !last.contents.state().equals(state)) {
            return false;
        }
        see(last);
        return true;
    }

    /** The change of a part in view that is to be drawn now. The part then counts as drawn, as one that has just come into view does. */
    Change change(Object part, Contents now) {
        Drawn last = drawn.get(part);
        if (last == null) {
            last = new Drawn(now, nanos);
            drawn.put(part, last);
        }
        see(last);
        Contents before = last.contents;
        if (before.equals(now)) {
            return Change.NONE;
        }
        boolean state = !before.state().equals(now.state());
        boolean due = state || policy.areFiguresDue(last.nanos, handMoves, nanos);
        if (due && budget > 0) {
            budget--;
            last.contents = now;
            last.nanos = nanos;
            return before.shape().equals(now.shape()) ? Change.TEXT : Change.ALL;
        }
        statesWait |= state;
        textsWait |= !state;
        if (uncovering) {
            last.contents = before.torn(now);
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
