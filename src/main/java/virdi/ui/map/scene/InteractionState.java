package virdi.ui.map.scene;

import org.jspecify.annotations.Nullable;
import virdi.model.StreamId;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;

/**
 * The elements under the pointer and the keyboard focus. The owner repaints when it has changed something. FX thread
 * only.
 */
public final class InteractionState {
    /**
     * A Why text that floats over the map, in pixels.
     *
     * @param about the element that it explains
     * @param side the side of that element on which it is
     */
    public record Bubble(MapElement about, WhyText why, WhyBubbles.Placing side, Box box) {}

    private @Nullable MapElement hovered;
    private @Nullable MapElement focused;
    /** The stream that represents the focused element. */
    private @Nullable StreamId spoken;

    private @Nullable Box band;
    private @Nullable Bubble bubble;

    public @Nullable MapElement hovered() {
        return hovered;
    }

    /**
     * Sets the element under the pointer.
     *
     * @return whether it has changed
     */
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
     * Moves the focus to the element that now contains the focused stream, after the user folded or unfolded something.
     *
     * @return whether the focus has changed
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

    /** Returns the selection rectangle that the user is drawing, in pixels. */
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

    /** Returns whether nothing is under the pointer, focused, explained or about to be selected. */
    public boolean isEmpty() {
        return hovered == null && focused == null && bubble == null && band == null;
    }
}
