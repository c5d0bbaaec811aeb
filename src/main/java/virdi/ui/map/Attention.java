package virdi.ui.map;

import org.jspecify.annotations.Nullable;

/** What the pointer and the keyboard are at. FX thread only; its owner repaints when it has changed something. */
final class Attention {
    /**
     * A Why that floats over the map, in pixels.
     *
     * @param about what it explains
     */
    record Bubble(Spot about, WhyText why, Box box) {}

    private @Nullable Spot hovered;
    private @Nullable Spot focused;
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
}
