package virdi.ui.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.telemetry.ResourceView;
import virdi.ui.map.Damage.Change;
import virdi.ui.map.Damage.Said;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.StateText;
import virdi.ui.sign.Tone;

/**
 * The canvas of what stands still: pipes, tanks, cards and all that is written. FX thread only.
 *
 * <p>It keeps its pixels from pulse to pulse, which is what makes the map cheap: all of it is drawn anew only when
 * something was moved. Else, of each basin, only the parts are that say something else now, with all that reaches into
 * them: a card and what is written at it, a pipe, a tank; and only so many parts in one pulse, and so much that reaches
 * into them ({@link Damage}).
 */
final class StillLayer {
    /** What a basin draws beyond its bounds: less than half of what is between two of them. */
    static final double SPILL = 14;
    /** From this share of the view on what has moved is not drawn part by part. */
    private static final double MUCH = 0.6;
    /** From so many pieces on, what else has changed is left to the next pulse: a tank has a hundred pipes, or two. */
    private static final int PIECES_PER_PULSE = 60;

    private final PanCanvas canvas = new PanCanvas();
    private final Afterimage afterimage = new Afterimage();
    private final Damage damage = new Damage();
    private long drawnAll = -1;
    private boolean drawnByBasins;
    private final BasinPlaces places = new BasinPlaces();
    private @Nullable Style drawnStyle;
    /** Parts that count as drawn and are not yet. */
    private final Deque<Box> left = new ArrayDeque<>();

    /** What it draws on, to be put in a scene. */
    PanCanvas canvas() {
        return canvas;
    }

    /** What is seen instead of it while all is on its way, to be put in a scene above it. */
    Afterimage afterimage() {
        return afterimage;
    }

    /** Whether something has changed that was not drawn yet. */
    boolean isWaiting() {
        return damage.isWaiting() || !left.isEmpty() || canvas.isOwing() || afterimage.isShown();
    }

    /** Tells that something may say something else now. */
    void tell() {
        damage.tell();
    }

    /**
     * Brings the canvas up to date: all rows where the picture has moved, else a share. Or shows the afterimage instead, which
     * is wiped of what was drawn on it.
     *
     * @param panning whether the picture is moved by a hand: then nobody reads figures, and they wait
     * @return the share; all where nothing that was drawn is right any more
     */
    Share paint(MapViewModel model, Style style, Share share, boolean panning, long nanos) {
        boolean byBasins = model.cards().isEmpty();
        Map<ResourceId, BasinPlaces.Place> before = places.drawn();
        List<Box> moved = byBasins ? places.moved(model.basins()) : List.of();
        boolean anew =
                drawnAll != model.changes().all() || !Objects.equals(drawnStyle, style) || drawnByBasins != byBasins;
        boolean much = isMuch(moved, model.camera().visible());
        drawnAll = model.changes().all();
        drawnStyle = style;
        drawnByBasins = byBasins;
        boolean shown = afterimage.isShown();
        boolean many = Cadence.isMany(model);
        if (!anew && many) {
            boolean away = !canvas.keepsPixels(model.camera());
            if (!shown && (away || much)) {
                afterimage.begin(canvas, before, places.drawn(), model, style, nanos);
            }
            if (showsAfterimage(model, style, !moved.isEmpty(), nanos)) {
                return Share.ALL;
            }
        }
        boolean turning = shown && !anew && many && afterimage.isTurned(nanos);
        anew |= much || afterimage.isShown();
        afterimage.end();
        canvas.setVisible(true);
        Share drawn = draw(model, style, share, anew, moved, panning, nanos);
        if (turning) {
            // In the next pulse an image would have to be taken of what nobody has looked at.
            afterimage.begin(canvas, places.drawn(), places.drawn(), model, style, nanos);
            showsAfterimage(model, style, false, nanos);
        }
        return drawn;
    }

    /** Shows it if it is still as good as the picture. */
    private boolean showsAfterimage(MapViewModel model, Style style, boolean moved, long nanos) {
        boolean shows = afterimage.follow(model, places.drawn(), style, moved, nanos);
        if (shows) {
            canvas.setVisible(false);
        }
        return shows;
    }

    private Share draw(
            MapViewModel model, Style style, Share share, boolean anew, List<Box> moved, boolean panning, long nanos) {
        boolean byBasins = model.cards().isEmpty();
        List<Box> missing = new ArrayList<>(canvas.follow(model.camera(), anew, share));
        if (!anew) {
            missing.addAll(moved);
        }
        boolean all = canvas.isFresh();
        missing.forEach(part -> mend(model, style, part));
        if (all || !byBasins) {
            left.clear();
        }
        if (damage.isDue(panning) || !left.isEmpty() || !missing.isEmpty()) {
            int parts = left.isEmpty() ? partsPerPulse(Detail.at(model.camera().zoom())) : 0;
            damage.begin(parts, panning, !missing.isEmpty(), nanos);
            if (all) {
                damage.forget();
            }
            if (byBasins) {
                mendChanged(model, style);
            } else {
                StillWeb.mend(canvas, model, style, damage, part -> mend(model, style, part));
            }
        }
        return all ? Share.ALL : share;
    }

    /** Whether it is as well to draw all anew. */
    private static boolean isMuch(List<Box> parts, Box visible) {
        double area =
                parts.stream().mapToDouble(part -> area(part.within(visible))).sum();
        return area > MUCH * area(visible);
    }

    private static double area(Box box) {
        return Math.max(0, box.width()) * Math.max(0, box.height());
    }

    /** Draws the parts of basins that say something else now, as many as one pulse may, and leaves others to the next. */
    private void mendChanged(MapViewModel model, Style style) {
        Detail detail = Detail.at(model.camera().zoom());
        Box shown = canvas.drawn().grownBy(SPILL);
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(shown)) {
                Box own = basin.bounds().grownBy(SPILL);
                changed(basin, detail, shown).forEach(part -> left.add(part.within(own)));
            }
        }
        int pieces = 0;
        while (!left.isEmpty() && pieces < PIECES_PER_PULSE) {
            pieces += mend(model, style, left.removeFirst());
        }
    }

    /** The nearer, the more there is of each. */
    static int partsPerPulse(Detail detail) {
        return switch (detail) {
            case FAR -> 12;
            case MIDDLE -> 8;
            case NEAR -> 4;
        };
    }

    /** Draws what stands still in a part of the plane where nothing has been drawn. */
    static void draw(Easel easel, MapViewModel model, Box part) {
        pieces(model, easel.detail(), part).forEach(piece -> piece.draw(easel, part));
    }

    /** Draws what stands still of some basins in a part of the plane. */
    static void draw(Easel easel, List<BasinPicture> basins, Box part) {
        List<Piece> pieces = new ArrayList<>();
        basins.forEach(basin -> collect(pieces, basin, easel.detail(), part));
        pieces.forEach(piece -> piece.draw(easel, part));
    }

    /** All that reaches into a part of the plane, the lowest first. */
    private static List<Piece> pieces(MapViewModel model, Detail detail, Box part) {
        if (!model.cards().isEmpty()) {
            return StillWeb.pieces(model, detail, part);
        }
        List<Piece> pieces = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().grownBy(SPILL).overlaps(part)) {
                collect(pieces, basin, detail, part);
            }
        }
        return pieces;
    }

    /** What stands still of a basin, as far as it reaches into a part of the plane. */
    private static void collect(List<Piece> pieces, BasinPicture basin, Detail detail, Box part) {
        boolean compact = basin.isCompact();
        Box tank = basin.tank();
        List<NodePicture> nodes = new ArrayList<>();
        basin.forEachNode(part, nodes::add);
        pieces.add(new Piece(open -> true, (easel, open) -> PipeBodies.draw(easel, touching(nodes, open, tank), tank)));
        nodes.forEach(node ->
                pieces.add(Piece.within(node.reach(tank), easel -> PipePainter.fittings(easel, node, tank, compact))));
        Box tankReach = tankReach(basin);
        if (tankReach.overlaps(part)) {
            pieces.add(Piece.within(tankReach, easel -> TankPainter.still(easel, basin)));
        }
        nodes.forEach(
                node -> pieces.add(Piece.within(node.reach(tank), easel -> NodePainter.still(easel, node, compact))));
        Box whyBox = Hits.whyBox(basin);
        WhyText why = basin.why();
        if (why != null && whyBox != null && detail != Detail.FAR) {
            pieces.add(Piece.within(WhyPainter.reach(whyBox), easel -> {
                easel.fade(basin.isFound());
                WhyPainter.paint(
                        easel, why, whyBox, Tone.of(basin.basin().view().severity()));
            }));
        }
    }

    private static List<NodePicture> touching(List<NodePicture> nodes, Box part, Box tank) {
        return nodes.stream().filter(node -> node.touches(part, tank)).toList();
    }

    /**
     * Draws anew all that reaches into a part of the plane, there and nowhere else.
     *
     * @return how much that was
     */
    private int mend(MapViewModel model, Style style, Box part) {
        double zoom = model.camera().zoom();
        List<Piece> pieces = pieces(model, Detail.at(zoom), part);
        canvas.draw(part, (pen, open) -> {
            Easel easel = style.easel(pen, zoom);
            ground(easel, open);
            pieces.forEach(piece -> piece.draw(easel, open));
        });
        return pieces.size();
    }

    /** Nothing but the ground. */
    private static void ground(Easel easel, Box part) {
        easel.g().setGlobalAlpha(1);
        easel.g().setFill(easel.inks().of(Ink.BACKGROUND));
        easel.g().fillRect(part.x(), part.y(), part.width(), part.height());
    }

    /** The parts of a basin that are to be drawn now; one for neighbours that touch. */
    private List<Box> changed(BasinPicture basin, Detail detail, Box visible) {
        List<Box> parts = new ArrayList<>();
        Change tank = damage.change(basin, said(basin, detail));
        if (tank != Change.NONE) {
            parts.add(tank == Change.FIGURES ? stateReach(basin) : tankReach(basin));
            Box whyBox = Hits.whyBox(basin);
            if (whyBox != null) {
                parts.add(WhyPainter.reach(whyBox));
            }
        }
        int tanks = parts.size();
        basin.forEachNode(visible, node -> {
            Change change = damage.change(node, said(node, detail));
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

    /** A tank with its name and its state. */
    static Box tankReach(BasinPicture basin) {
        Box tank = basin.tank();
        return new Box(
                tank.centreX() - TankPainter.REACH,
                tank.y() - BasinShape.HEAD - SPILL,
                2 * TankPainter.REACH,
                tank.height() + BasinShape.HEAD + BasinShape.FOOT + 2 * SPILL);
    }

    /** The state of a tank, below it: fewer pipes reach there than to its walls. */
    private static Box stateReach(BasinPicture basin) {
        Box tank = basin.tank();
        return new Box(
                tank.centreX() - TankPainter.REACH, tank.bottom(), 2 * TankPainter.REACH, BasinShape.FOOT + SPILL);
    }

    private static Said said(BasinPicture basin, Detail detail) {
        ResourceView view = basin.basin().view();
        boolean troubled = TankPainter.isTroubled(view);
        if (!TankPainter.tellsState(view, detail, basin.isOpen())) {
            return new Said(0, troubled ? 1 : 0, 0);
        }
        long figures = StateText.of(view).hashCode();
        WhyText why = basin.why();
        if (why != null && detail != Detail.FAR) {
            figures = Digest.mixed(figures, why.lines().hashCode());
        }
        long mood = 1 + view.severity().ordinal() * 64L + view.tank().ordinal();
        return new Said(mood, troubled ? 1 : 0, figures);
    }

    private static Said said(NodePicture picture, Detail detail) {
        MapNode node = picture.node();
        long look = node.manner().ordinal() * 64L + node.flow().ordinal();
        long flags = (picture.isTurned() ? 1 : 0) + (PipePainter.isHeldBack(node) ? 2 : 0);
        long mood = Digest.mixed(Digest.mixed(look, flags), node.label().hashCode());
        long build = Digest.mixed(mood, Math.round(Pipe.width(node.possiblePerMinute())));
        long figures = 0;
        if (detail == Detail.NEAR) {
            figures = node.words().hashCode();
            figures =
                    Digest.mixed(figures, Math.round(node.actualPerMinute() * (node.actualPerMinute() < 10 ? 10 : 1)));
            figures = Digest.mixed(figures, Math.round(node.possiblePerMinute()));
            figures = Digest.mixed(figures, Math.round(node.throttlePerMinute()));
            figures = Digest.mixed(figures, picture.spark().digest());
        }
        return new Said(mood, build, figures);
    }
}
