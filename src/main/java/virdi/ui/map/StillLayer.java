package virdi.ui.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.telemetry.ResourceView;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/**
 * The canvas of what stands still: pipes, tanks, cards and all that is written. FX thread only.
 *
 * <p>It keeps its pixels from pulse to pulse, which is what makes the map cheap: all of it is drawn anew only when
 * something was moved, and else only the basins that say something else now. A change of state is drawn at once, mere
 * figures at most four times a second, since nobody reads faster; and only so many nodes in one pulse, so that a
 * thousand changes cost many small frames rather than one long one.
 */
final class StillLayer {
    private static final long FIGURES_NANOS = 250_000_000L;
    private static final int NODES_PER_PULSE = 60;
    /** What a basin draws beyond its bounds. */
    private static final double SPILL = 6;

    /**
     * What a drawn basin said.
     *
     * @param mood a digest of names and states
     * @param figures a digest of everything written
     */
    private record Said(long mood, long figures, long nanos) {}

    private final Canvas canvas;
    private final Pen pen;
    private final Map<ResourceId, Said> said = new HashMap<>();
    private long drawnVersion = -1;
    private @Nullable Inks drawnInks;
    private final StillWeb web = new StillWeb();
    private boolean waiting;

    StillLayer(Canvas canvas) {
        this.canvas = canvas;
        pen = new CanvasPen(canvas.getGraphicsContext2D());
    }

    /** Whether something has changed that was not drawn yet. */
    boolean isWaiting() {
        return waiting;
    }

    /** Brings the canvas up to date. */
    void paint(MapViewModel model, Inks inks, Lettering lettering, long nanos) {
        Camera camera = model.camera();
        Detail detail = Detail.at(camera.zoom());
        GraphicsContext g = canvas.getGraphicsContext2D();
        boolean all = drawnVersion != model.stillVersion() || !Objects.equals(drawnInks, inks);
        if (all) {
            said.clear();
            g.setTransform(1, 0, 0, 1, 0, 0);
            g.setGlobalAlpha(1);
            g.setFill(inks.of(Ink.BACKGROUND));
            g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        }
        drawnVersion = model.stillVersion();
        drawnInks = inks;
        Easel easel = new Easel(pen, inks, lettering, camera.zoom(), detail);
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.toScreenX(0), camera.toScreenY(0));
        Box visible = camera.visible().grownBy(SPILL);
        waiting = false;
        if (!model.cards().isEmpty()) {
            web.paint(easel, model, visible, all, nanos);
            waiting = web.isWaiting();
            return;
        }
        web.forget();
        int budget = all ? Integer.MAX_VALUE : NODES_PER_PULSE;
        for (BasinPicture basin : model.basins()) {
            if (!basin.bounds().overlaps(visible)) {
                said.remove(basin.id());
                continue;
            }
            Said now = new Said(mood(basin, visible), figures(basin, detail, visible), nanos);
            Said before = said.get(basin.id());
            if (!isDue(before, now)) {
                waiting |= before != null && before.figures() != now.figures();
            } else if (budget <= 0) {
                waiting = true;
            } else {
                said.put(basin.id(), now);
                budget -= 2 + draw(easel, basin, visible, !all);
            }
        }
    }

    private static boolean isDue(@Nullable Said before, Said now) {
        return before == null
                || before.mood() != now.mood()
                || before.figures() != now.figures() && now.nanos() - before.nanos() >= FIGURES_NANOS;
    }

    /** Draws what stands still in a part of the plane where nothing has been drawn. */
    static void draw(Easel easel, MapViewModel model, Box part) {
        if (!model.cards().isEmpty()) {
            new StillWeb().paint(easel, model, part, true, 0);
            return;
        }
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(part)) {
                var unusedCount = draw(easel, basin, part, false);
            }
        }
    }

    /**
     * Draws what stands still of a basin, as far as it is in view.
     *
     * @param visible what is in view
     * @param over whether something has been drawn there before
     * @return how many nodes were in view
     */
    private static int draw(Easel easel, BasinPicture basin, Box visible, boolean over) {
        Pen g = easel.g();
        if (over) {
            Box bounds = basin.bounds().grownBy(SPILL);
            g.setGlobalAlpha(1);
            g.setFill(easel.inks().of(Ink.BACKGROUND));
            g.fillRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        }
        boolean compact = basin.isCompact();
        int[] drawn = {0};
        basin.forEachNode(visible, node -> {
            PipePainter.still(easel, node, basin.tank(), compact);
            drawn[0]++;
        });
        TankPainter.still(easel, basin);
        basin.forEachNode(visible, node -> NodePainter.still(easel, node, compact));
        Box whyBox = Hits.whyBox(basin);
        WhyText why = basin.why();
        if (why != null && whyBox != null && easel.detail() != Detail.FAR) {
            easel.fade(basin.isFound());
            WhyPainter.paint(easel, why, whyBox, Tone.of(basin.basin().view().severity()));
        }
        return drawn[0];
    }

    private static long mood(BasinPicture basin, Box visible) {
        ResourceView view = basin.basin().view();
        long[] mood = {mixed(view.severity().ordinal(), view.tank().ordinal())};
        basin.forEachNode(visible, picture -> {
            MapNode node = picture.node();
            long look = node.manner().ordinal() * 64L + node.flow().ordinal() + (picture.isTurned() ? 4_096 : 0);
            mood[0] = mixed(mixed(mood[0], node.label().hashCode()), look);
        });
        return mood[0];
    }

    private static long figures(BasinPicture basin, Detail detail, Box visible) {
        ResourceView view = basin.basin().view();
        long[] figures = {mixed(mood(basin, visible), view.words().hashCode())};
        WhyText why = basin.why();
        if (why != null && detail != Detail.FAR) {
            figures[0] = mixed(figures[0], why.lines().hashCode());
        }
        if (detail == Detail.NEAR) {
            basin.forEachNode(visible, picture -> {
                MapNode node = picture.node();
                figures[0] = mixed(figures[0], node.words().hashCode());
                figures[0] =
                        mixed(figures[0], Math.round(node.actualPerMinute() * (node.actualPerMinute() < 10 ? 10 : 1)));
                figures[0] = mixed(figures[0], Math.round(node.possiblePerMinute()));
                figures[0] = mixed(figures[0], Math.round(node.throttlePerMinute()));
            });
        }
        return figures[0];
    }

    private static long mixed(long digest, long more) {
        long mixed = (digest ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
