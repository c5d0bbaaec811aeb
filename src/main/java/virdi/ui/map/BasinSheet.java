package virdi.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import virdi.telemetry.ResourceView;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;
import virdi.ui.sign.Tone;

/**
 * What stands still of one basin. FX thread only.
 *
 * <p>It moves as a whole without being drawn. All of it is drawn anew when its parts have moved against each other; else
 * only those parts are that say something else now, with all that reaches into them: a card and what is written at it, a
 * pipe, a tank. A change of state is drawn at once, mere figures at most every 400 ms, since nobody reads faster.
 */
final class BasinSheet {
    private static final long FIGURES_NANOS = 400_000_000L;
    /** What a basin draws beyond its bounds: less than half of what is between two of them. */
    private static final double SPILL = 14;

    /**
     * What a drawn part said.
     *
     * @param mood a digest of names and states
     * @param build a digest of its size, which follows a rate
     * @param figures a digest of everything written
     */
    private record Said(long mood, long build, long figures, long nanos) {}

    private enum Change {
        NONE,
        FIGURES,
        ALL
    }

    private final Sheet sheet = new Sheet();
    private final Pen pen = new CanvasPen(sheet.graphics());
    private final Map<Object, Said> said = new HashMap<>();
    private long shape;
    private boolean waiting;

    Canvas canvas() {
        return sheet.canvas();
    }

    /**
     * Brings it up to date.
     *
     * @param anew whether nothing of what is drawn is right any more
     * @param budget what may be drawn in this pulse; what was never drawn at this zoom is, whatever it costs
     * @return whether something is left for the next pulse
     */
    boolean paint(BasinPicture basin, Outlook outlook, boolean anew, DrawingBudget budget, long nanos) {
        waiting = false;
        boolean another = anew;
        if (shape != basin.shape()) {
            if (anew || !sheet.has(outlook.camera().zoom()) || budget.takeShape(basin)) {
                shape = basin.shape();
                another = true;
            } else {
                waiting = true;
            }
        }
        sheet.anchor(basin.tank().x(), basin.tank().y());
        List<Box> missing = sheet.follow(outlook.camera(), basin.extent().grownBy(SPILL), another);
        if (!sheet.canvas().isVisible()) {
            return false;
        }
        Easel easel = outlook.easel(pen);
        Box drawn = sheet.drawn();
        if (missing.contains(drawn)) {
            said.clear();
        }
        missing.forEach(part -> mend(easel, basin, part));
        changed(basin, easel.detail(), drawn, budget, nanos).forEach(part -> mend(easel, basin, part));
        return waiting;
    }

    /** Draws anew all that reaches into a part of the plane, there and nowhere else. */
    private void mend(Easel easel, BasinPicture basin, Box part) {
        Box open = sheet.open(part);
        if (open.width() > 0) {
            sheet.wipe(open);
            draw(easel, basin, open);
        }
        sheet.close();
    }

    /** Whether anything of a basin may be drawn in a part of the plane. */
    static boolean reaches(BasinPicture basin, Box part) {
        return basin.extent().grownBy(SPILL).overlaps(part);
    }

    /** Draws what stands still of a basin, as far as it reaches into a part of the plane where nothing is drawn. */
    static void draw(Easel easel, BasinPicture basin, Box part) {
        boolean compact = basin.isCompact();
        List<NodePicture> nodes = new ArrayList<>();
        basin.forEachNode(part, nodes::add);
        nodes.forEach(node -> PipePainter.still(easel, node, basin.tank(), compact));
        if (tankReach(basin).overlaps(part)) {
            TankPainter.still(easel, basin);
        }
        nodes.forEach(node -> NodePainter.still(easel, node, compact));
        Box whyBox = Hits.whyBox(basin);
        WhyText why = basin.why();
        if (why != null && whyBox != null && easel.detail() != Detail.FAR) {
            easel.fade(basin.isFound());
            WhyPainter.paint(easel, why, whyBox, Tone.of(basin.basin().view().severity()));
        }
    }

    /** The parts that are to be drawn now; one for neighbours that touch. */
    private List<Box> changed(BasinPicture basin, Detail detail, Box visible, DrawingBudget budget, long nanos) {
        List<Box> parts = new ArrayList<>();
        if (change(basin.id(), said(basin, detail, nanos), budget) != Change.NONE) {
            parts.add(tankReach(basin));
            Box whyBox = Hits.whyBox(basin);
            if (whyBox != null) {
                parts.add(whyBox);
            }
        }
        int tanks = parts.size();
        basin.forEachNode(visible, node -> {
            Change change = change(node.key(), said(node, detail, nanos), budget);
            if (change != Change.NONE) {
                Box part = change == Change.FIGURES ? node.written() : node.reach(basin.tank());
                if (parts.size() > tanks && parts.getLast().overlaps(part)) {
                    parts.add(parts.removeLast().union(part));
                } else {
                    parts.add(part);
                }
            }
        });
        return parts;
    }

    /** What of a part is due; it then counts as drawn, as one does that has just come into view. */
    private Change change(Object part, Said now, DrawingBudget budget) {
        Said before = said.putIfAbsent(part, now);
        if (before == null) {
            return Change.NONE;
        }
        boolean mood = before.mood() != now.mood();
        Change change = mood || before.build() != now.build()
                ? Change.ALL
                : before.figures() != now.figures() ? Change.FIGURES : Change.NONE;
        if (change == Change.NONE) {
            return change;
        }
        boolean due = mood || now.nanos() - before.nanos() >= FIGURES_NANOS;
        if (!due || !budget.takePart()) {
            waiting = true;
            return Change.NONE;
        }
        said.put(part, now);
        return change;
    }

    /** A tank with its name and its state. */
    private static Box tankReach(BasinPicture basin) {
        Box tank = basin.tank();
        return new Box(
                tank.centreX() - TankPainter.REACH,
                tank.y() - BasinShape.HEAD - SPILL,
                2 * TankPainter.REACH,
                tank.height() + BasinShape.HEAD + BasinShape.FOOT + 2 * SPILL);
    }

    private static Said said(BasinPicture basin, Detail detail, long nanos) {
        ResourceView view = basin.basin().view();
        long figures = view.words().hashCode();
        WhyText why = basin.why();
        if (why != null && detail != Detail.FAR) {
            figures = Digest.mixed(figures, why.lines().hashCode());
        }
        long mood = Digest.mixed(view.severity().ordinal(), view.tank().ordinal());
        return new Said(mood, 0, figures, nanos);
    }

    private static Said said(NodePicture picture, Detail detail, long nanos) {
        MapNode node = picture.node();
        long look = node.manner().ordinal() * 64L + node.flow().ordinal();
        long flags = (picture.isTurned() ? 1 : 0) + (PipePainter.isHeldBack(node) ? 2 : 0);
        long mood = Digest.mixed(Digest.mixed(look, flags), node.label().hashCode());
        long build = Math.round(Pipe.width(node.possiblePerMinute()));
        long figures = 0;
        if (detail == Detail.NEAR) {
            figures = node.words().hashCode();
            figures =
                    Digest.mixed(figures, Math.round(node.actualPerMinute() * (node.actualPerMinute() < 10 ? 10 : 1)));
            figures = Digest.mixed(figures, Math.round(node.possiblePerMinute()));
            figures = Digest.mixed(figures, Math.round(node.throttlePerMinute()));
            figures = Digest.mixed(figures, picture.spark().digest());
        }
        return new Said(mood, build, figures, nanos);
    }
}
