package virdi.ui.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Cause;
import virdi.ui.kit.TextWidth;

/** Answers "Why?" beside what is hovered, else what is selected. FX thread only. */
final class Bubbles {
    private static final double WIDTH = 400;
    private static final double GAP = 7;
    private static final double MARGIN = 8;
    private static final int LINES = 4;

    private Bubbles() {}

    /**
     * The bubble to be shown in a view of this size, below what it is about if there is room, else above; null when
     * that is healthy.
     */
    static Attention.@Nullable Bubble of(
            MapViewModel model, Attention attention, Lettering lettering, double viewWidth, double viewHeight) {
        Spot about = attention.hovered();
        Cause cause = about == null ? null : model.why(about);
        if (cause == null) {
            List<Spot> selected = model.selectedSpots();
            about = selected.size() == 1 ? selected.getFirst() : null;
            cause = about == null ? null : model.why(about);
        }
        Box box = about == null ? null : model.box(about);
        if (about == null || cause == null || box == null) {
            return null;
        }
        WhyText why = WhyText.of(
                cause,
                model.linkTo(cause.culprit()),
                WIDTH - 2 * Hits.WHY_PADDING,
                LINES,
                text -> TextWidth.of(text, lettering.why()));
        double height = WhyPainter.height(why);
        Camera camera = model.camera();
        double below = camera.toScreenY(box.bottom()) + GAP;
        double y = below + height <= viewHeight - MARGIN ? below : camera.toScreenY(box.y()) - GAP - height;
        double x = Math.clamp(camera.toScreenX(box.x()), MARGIN, Math.max(MARGIN, viewWidth - WIDTH - MARGIN));
        return new Attention.Bubble(about, why, new Box(x, y, WIDTH, height));
    }
}
