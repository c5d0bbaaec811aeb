package virdi.ui.map.scene;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.layout.LayoutScheduler;

/**
 * Shows a compact basin in full while the user looks at it closely, so that every stream is visible. FX thread only.
 *
 * <p>The basin opens after the user stops zooming, so that nothing grows under a turning mouse wheel. It becomes
 * compact again at a smaller zoom than the one at which it opened. The gap keeps it from switching back and forth.
 */
public final class CloseUpExpansion {
    /** Nanoseconds without a zoom after which the user has stopped zooming. */
    static final long REST_NANOS = 180_000_000L;
    /** Zoom factor from which a basin opens. */
    private static final double OPEN_FROM = 1.25;
    /** Zoom factor below which a basin becomes compact again. */
    private static final double CLOSE_BELOW = 0.9;

    private static final long NOT_YET = Long.MIN_VALUE;

    private final LayoutScheduler layouts;
    private final Anchor anchor;
    private final Set<ResourceId> opened = new HashSet<>();
    private @Nullable ResourceId meant;
    private long sinceNanos = NOT_YET;

    CloseUpExpansion(LayoutScheduler layouts, Anchor anchor) {
        this.layouts = layouts;
        this.anchor = anchor;
    }

    /** Tells that the user zoomed about a point of the plane. */
    void zoomed(MapPicture picture, double x, double y, double zoom) {
        meant = zoom < OPEN_FROM ? null : picture.smallAt(x, y);
        sinceNanos = NOT_YET;
    }

    /** Returns whether a basin is about to open. */
    boolean isWaiting() {
        return meant != null;
    }

    /**
     * Opens the basin that the user zoomed in on, and closes basins after the user has zoomed out.
     *
     * @return whether a basin opened or closed
     */
    boolean advance(double zoom, long nanos) {
        if (sinceNanos == NOT_YET) {
            sinceNanos = nanos;
        }
        boolean leaves = zoom < CLOSE_BELOW && leave();
        if (meant == null || nanos - sinceNanos < REST_NANOS) {
            return leaves;
        }
        open(meant);
        return true;
    }

    /** Shows a basin in full until the user zooms out. */
    void open(ResourceId basin) {
        opened.add(basin);
        layouts.choose(basin, BasinShape.Form.FULL);
        anchor.prefer(new MapElement(basin, null, null));
        meant = null;
    }

    /**
     * Lets the layout choose the form of all opened basins again.
     *
     * @return whether there were any
     */
    boolean leave() {
        boolean some = !opened.isEmpty();
        opened.forEach(basin -> layouts.choose(basin, null));
        opened.clear();
        return some;
    }

    /** Tells that the user chose a basin's form. The basin then keeps it after a zoom. */
    void chosen(ResourceId basin) {
        opened.remove(basin);
    }
}
