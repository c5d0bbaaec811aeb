package virdi.ui.map.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.paint.PaintContext.Style;
import virdi.ui.map.paint.PaintStep;
import virdi.ui.map.paint.StaticPainter;
import virdi.ui.map.paint.WhyPainter;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.render.Damage.Change;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.HitTest;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.sign.Palette.Ink;

/**
 * The canvas of the static part: pipes, tanks, cards and all texts. FX thread only.
 *
 * <p>It keeps its pixels from pulse to pulse, which makes the map cheap: all of it is drawn only when it was zoomed or most
 * of it has moved. Otherwise only the parts are drawn that have other contents now, with all that overlaps them: a card
 * and the texts at it, a pipe, a tank; and only so many in one pulse ({@link Damage}). While a hand zooms a crowded
 * picture, a {@link ZoomSnapshot} stands in for it.
 */
public final class StaticLayer {
    private final TiledCanvas canvas = new TiledCanvas();
    private final RenderPolicy policy;
    private final Damage damage;
    private final DrawnBasins places = new DrawnBasins();
    private @Nullable ZoomSnapshot snapshot;
    private long drawnVersion = -1;
    private boolean drawnByBasins;
    private @Nullable Style drawnStyle;
    /** Parts that count as drawn and are not yet. */
    private final Deque<Box> left = new ArrayDeque<>();

    StaticLayer(RenderPolicy policy) {
        this.policy = policy;
        damage = new Damage(policy);
    }

    /** Its node. */
    TiledCanvas canvas() {
        return canvas;
    }

    /** The image that stands in for the canvas, which is hidden meanwhile; null for none. */
    @Nullable
    ZoomSnapshot snapshot() {
        return snapshot;
    }

    /** Whether something has changed that was not drawn yet. */
    boolean isWaiting() {
        return damage.isWaiting() || !left.isEmpty() || snapshot != null;
    }

    /** Contents may be different now. */
    void invalidate() {
        damage.invalidate();
    }

    /** Brings the canvas up to date, or the snapshot in its place. */
    void paint(MapViewModel model, Style style, long nanos) {
        boolean byBasins = model.cards().isEmpty();
        List<Box> moved = byBasins ? places.moved(model.basins()) : List.of();
        boolean valid = drawnVersion == model.version().whole()
                && Objects.equals(drawnStyle, style)
                && drawnByBasins == byBasins;
        drawnVersion = model.version().whole();
        drawnStyle = style;
        drawnByBasins = byBasins;
        snapshot = valid && moved.isEmpty() ? snapshot(model, nanos) : null;
        canvas.setVisible(snapshot == null);
        if (snapshot == null) {
            draw(model, style, valid && !isMuch(moved, model.camera().visible()), moved, nanos);
        }
    }

    /** The image to be shown while the picture is zoomed; null when the picture is to be drawn. */
    private @Nullable ZoomSnapshot snapshot(MapViewModel model, long nanos) {
        boolean zooming = policy.isHandMoving(nanos) || model.camera().isGliding();
        if (!zooming || !model.isCrowded() || canvas.keepsPixels(model.camera())) {
            return null;
        }
        ZoomSnapshot now = snapshot == null ? ZoomSnapshot.of(canvas, nanos) : snapshot;
        double scale = model.camera().zoom() / now.zoom();
        return policy.isSnapshotGood(now.takenNanos(), scale, nanos) ? now : null;
    }

    private void draw(MapViewModel model, Style style, boolean valid, List<Box> moved, long nanos) {
        boolean handMoves = policy.isHandMoving(nanos);
        List<Box> missing = new ArrayList<>(canvas.follow(model.camera(), !valid));
        if (valid) {
            missing.addAll(moved);
        }
        boolean all = canvas.isFresh();
        missing.forEach(part -> mend(model, style, part));
        boolean byBasins = model.cards().isEmpty();
        if (all || !byBasins) {
            left.clear();
        }
        if (damage.isDue(handMoves) || !left.isEmpty() || !missing.isEmpty()) {
            damage.begin(left.isEmpty() ? RenderPolicy.PARTS_PER_PULSE : 0, handMoves, !missing.isEmpty(), nanos);
            if (all) {
                damage.forget();
            }
            if (byBasins) {
                mendChanged(model, style);
            } else {
                new CrossingPipes(canvas, model, style, damage).mend(part -> mend(model, style, part));
            }
        }
    }

    /** Whether parts make up so much of the view that all of it is drawn. */
    private static boolean isMuch(List<Box> parts, Box visible) {
        double area =
                parts.stream().mapToDouble(part -> area(part.within(visible))).sum();
        return area > RenderPolicy.WHOLE_FROM * area(visible);
    }

    private static double area(Box box) {
        return Math.max(0, box.width()) * Math.max(0, box.height());
    }

    /** Draws the parts of basins that have other contents now, as many as one pulse may, and leaves others to the next. */
    private void mendChanged(MapViewModel model, Style style) {
        DetailLevel detail = DetailLevel.at(model.camera().zoom());
        Box shown = canvas.drawn().grownBy(BasinPicture.SPILL);
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(shown)) {
                Box own = basin.bounds().grownBy(BasinPicture.SPILL);
                changed(basin, detail, shown).forEach(part -> left.add(part.within(own)));
            }
        }
        int steps = 0;
        while (!left.isEmpty() && steps < RenderPolicy.PIECES_PER_PULSE) {
            steps += mend(model, style, left.removeFirst());
        }
    }

    /**
     * Draws all that overlaps a part of the plane, there and nowhere else.
     *
     * @return how many things that were
     */
    private int mend(MapViewModel model, Style style, Box part) {
        double zoom = model.camera().zoom();
        List<PaintStep> steps = StaticPainter.steps(model, DetailLevel.at(zoom), part);
        canvas.draw(part, (pen, open) -> {
            PaintContext context = style.on(pen, zoom);
            pen.setGlobalAlpha(1);
            pen.setFill(context.colors().of(Ink.BACKGROUND));
            pen.fillRect(open.x(), open.y(), open.width(), open.height());
            steps.forEach(step -> step.draw(context, open));
        });
        return steps.size();
    }

    /** The parts of a basin that are to be drawn now; neighbours that touch are one part. */
    private List<Box> changed(BasinPicture basin, DetailLevel detail, Box visible) {
        List<Box> parts = new ArrayList<>();
        Change tank = damage.change(basin, Appearance.of(basin, detail));
        if (tank != Change.NONE) {
            parts.add(tank == Change.TEXT ? basin.stateReach() : basin.tankReach());
            Box whyBox = HitTest.whyBox(basin);
            if (whyBox != null) {
                parts.add(WhyPainter.reach(whyBox));
            }
        }
        int tanks = parts.size();
        basin.forEachNode(visible, node -> {
            Change change = damage.change(node, Appearance.of(node, detail));
            if (change != Change.NONE) {
                Box part = change == Change.TEXT ? node.written() : node.reach(basin.tank());
                if (parts.size() > tanks && parts.getLast().overlaps(part)) {
                    parts.add(parts.removeLast().union(part));
                } else {
                    parts.add(part);
                }
            }
        });
        return parts;
    }
}
