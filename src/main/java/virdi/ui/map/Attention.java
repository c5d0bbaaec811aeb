package virdi.ui.map;

import org.jspecify.annotations.Nullable;
import virdi.model.StreamId;

/** What the pointer and the keyboard are at. FX thread only; its owner repaints when it has changed something. */
final class Attention {
    /**
     * A Why that floats over the map, in pixels.
     *
     * @param about what it explains
     * @param side of that on which it is
     */
    record Bubble(Spot about, WhyText why, Bubbles.Side side, Box box) {}

    private @Nullable Spot hovered;
    private @Nullable Spot focused;
    /** The stream that speaks for what is focused. */
    private @Nullable StreamId spoken;

    private @Nullable Box band;
    private @Nullable Bubble bubble;

    @Nullable
    Spot hovered() {
        return hovered;
    }

    /** @return whether that is news */
    boolean hover(@Nullable Spot spot) {
        boolean news = spot == null ? hovered != null : !spot.equals(hovered);
        hovered = spot;
        return news;
    }

    @Nullable
    Spot focused() {
        return focused;
    }

    void focus(@Nullable Spot spot) {
        focused = spot;
        spoken = null;
    }

    /**
     * Stays with what was focused when that was folded or unfolded: a stream of it is in another spot then.
     *
     * @return whether that is news
     */
    boolean keepUp(MapPicture picture) {
        Spot spot = focused;
        if (spot == null) {
            return false;
        }
        if (picture.box(spot) != null) {
            spoken = picture.speaker(spot);
            return false;
        }
        Spot heir = spoken == null ? null : picture.spotOf(spoken);
        if (heir != null) {
            focused = heir;
        }
        return heir != null;
    }

    /** The rectangle that is being drawn to select what is in it, in pixels. */
    @Nullable
    Box band() {
        return band;
    }

    void draw(@Nullable Box rectangle) {
        band = rectangle;
    }

    @Nullable
    Bubble bubble() {
        return bubble;
    }

    void speak(@Nullable Bubble newBubble) {
        bubble = newBubble;
    }

    /** Whether nothing is pointed at, focused, explained or about to be selected. */
    boolean isEmpty() {
        return hovered == null && focused == null && bubble == null && band == null;
    }
}
