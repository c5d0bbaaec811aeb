package virdi.ui.map.scene;

import org.jspecify.annotations.Nullable;
import virdi.model.StreamId;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;

/** What the pointer and the keyboard are at. FX thread only; its owner repaints when it has changed something. */
public final class InteractionState {
    /**
     * A Why that floats over the map, in pixels.
     *
     * @param about what it explains
     * @param side of that on which it is
     */
    public record Bubble(MapElement about, WhyText why, WhyBubbles.Placing side, Box box) {}

    private @Nullable MapElement hovered;
    private @Nullable MapElement focused;
    /** The stream that speaks for what is focused. */
    private @Nullable StreamId spoken;

    private @Nullable Box band;
    private @Nullable Bubble bubble;

    public @Nullable MapElement hovered() {
        return hovered;
    }

    /** @return whether that is news */
    public boolean hover(@Nullable MapElement element) {
        boolean news = element == null ? hovered != null : !element.equals(hovered);
        hovered = element;
        return news;
    }

    public @Nullable MapElement focused() {
        return focused;
    }

    public void focus(@Nullable MapElement element) {
        focused = element;
        spoken = null;
    }

    /**
     * Stays with what was focused when that was folded or unfolded: a stream of it is in another element then.
     *
     * @return whether that is news
     */
    public boolean keepUp(MapPicture picture) {
        MapElement element = focused;
        if (element == null) {
            return false;
        }
        if (picture.box(element) != null) {
            spoken = picture.speaker(element);
            return false;
        }
        MapElement heir = spoken == null ? null : picture.elementOf(spoken);
        if (heir != null) {
            focused = heir;
        }
        return heir != null;
    }

    /** The rectangle that is being drawn to select what is in it, in pixels. */
    public @Nullable Box band() {
        return band;
    }

    public void draw(@Nullable Box rectangle) {
        band = rectangle;
    }

    public @Nullable Bubble bubble() {
        return bubble;
    }

    public void speak(@Nullable Bubble newBubble) {
        bubble = newBubble;
    }

    /** Whether nothing is pointed at, focused, explained or about to be selected. */
    public boolean isEmpty() {
        return hovered == null && focused == null && bubble == null && band == null;
    }
}
