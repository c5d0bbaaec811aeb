package virdi.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import virdi.telemetry.ResourceView;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.Damage.Change;
import virdi.ui.map.Damage.Said;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;

/**
 * What stands still of a picture in which pipes cross. FX thread only.
 *
 * <p>No part of it has a region of its own, so a part that says something else cannot be wiped and drawn again as a
 * basin can. Two things help. Cards and tanks are opaque and cover what was there. And a pipe has a halo in the colour of
 * the ground, which shows which of two is above at a crossing (Appel, Rohlf, Stein: The Haloed Line Effect, 1979): one
 * that is drawn again comes to lie above the others, and its ends are covered again. Valves lie above all pipes; where one
 * comes, goes or is turned, all that reaches there is drawn again.
 */
final class StillWeb {
    private static final double HALO = 4;
    /** What a card or a line draws beyond itself. */
    private static final double SPILL = 14;
    /** From far, more pipes than that are drawn as mere lines. */
    private static final int MOST_BODIES = 500;

    /** A pipe in view. */
    private record Strand(BasinPicture basin, NodePicture node) {
        Pipe pipe() {
            return Pipe.of(node, basin.tank());
        }

        Box valve() {
            return node.valve(basin.tank());
        }

        void drawValve(Easel easel) {
            PipePainter.valve(easel, node, basin.tank());
        }
    }

    /** Trouble lies above. */
    private static final Comparator<Strand> CALM_FIRST =
            Comparator.comparing((Strand strand) -> strand.node().node().severity());

    private StillWeb() {}

    /** All that reaches into a part of the plane, the lowest first. */
    static List<Piece> pieces(MapViewModel model, Detail detail, Box part) {
        List<Piece> pieces = new ArrayList<>();
        Consumer<Piece> near = piece -> {
            if (piece.reaches().test(part)) {
                pieces.add(piece);
            }
        };
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                for (Box lead : leads(node, basin.tank())) {
                    near.accept(Piece.within(lead.grownBy(SPILL), easel -> lead(easel, node, lead)));
                }
            });
        }
        boolean thin = isThin(model, detail);
        List<Strand> strands = strands(model, part);
        for (Strand strand : strands) {
            Box tank = strand.basin().tank();
            pieces.add(
                    new Piece(open -> strand.node().touches(open, tank), (easel, open) -> pipe(easel, strand, thin)));
        }
        for (Strand strand : strands) {
            if (PipePainter.hasValve(strand.node(), detail)) {
                near.accept(Piece.within(strand.valve(), strand::drawValve));
            }
        }
        for (BasinPicture basin : model.basins()) {
            near.accept(Piece.within(StillLayer.tankReach(basin), easel -> tank(easel, basin)));
        }
        for (CardPicture card : model.cards()) {
            near.accept(Piece.within(reach(card), easel -> CardPainter.still(easel, card)));
        }
        return pieces;
    }

    /**
     * Draws again what says something else now, as much as one pulse may.
     *
     * @param anew draws all that reaches into a part of the plane, there and nowhere else
     */
    static void mend(PanCanvas canvas, MapViewModel model, Style style, Damage damage, Consumer<Box> anew) {
        double zoom = model.camera().zoom();
        Detail detail = Detail.at(zoom);
        Box shown = canvas.drawn();
        boolean thin = isThin(model, detail);
        Set<Object> covered = new HashSet<>();
        List<Box> led = new ArrayList<>();
        List<Box> valves = new ArrayList<>();
        List<Strand> due = due(model, shown, detail, damage, valves);
        for (Strand strand : due) {
            for (Box lead : leads(strand.node(), strand.basin().tank())) {
                Box wide = lead.grownBy(SPILL);
                canvas.draw(wide, (pen, part) -> lead(style.easel(pen, zoom), strand.node(), lead));
                led.add(wide);
            }
            Box reach = strand.node().reach(strand.basin().tank());
            canvas.draw(reach, (pen, part) -> pipe(style.easel(pen, zoom), strand, thin));
            covered.add(strand.basin());
            covered.add(CardKey.of(strand.node().key()));
        }
        for (Strand strand : valvesBelow(model, shown, detail, due)) {
            canvas.draw(strand.valve(), (pen, part) -> strand.drawValve(style.easel(pen, zoom)));
        }
        valves.forEach(anew);
        for (BasinPicture basin : model.basins()) {
            Box reach = StillLayer.tankReach(basin);
            if (!reach.overlaps(shown)) {
                continue;
            }
            Change change = damage.change(basin, said(basin, detail));
            if (change == Change.ALL) {
                anew.accept(reach);
            } else if (change != Change.NONE
                    || covered.contains(basin)
                    || led.stream().anyMatch(reach::overlaps)) {
                canvas.draw(reach, (pen, part) -> tank(style.easel(pen, zoom), basin));
            }
        }
        for (CardPicture card : model.cards()) {
            Box reach = reach(card);
            if (reach.overlaps(shown)
                    && (damage.change(card, said(card, detail, zoom)) != Change.NONE
                            || covered.contains(card.key())
                            || led.stream().anyMatch(reach::overlaps))) {
                canvas.draw(reach, (pen, part) -> CardPainter.still(style.easel(pen, zoom), card));
            }
        }
    }

    /** Those that reach into a part. */
    private static List<Strand> strands(MapViewModel model, Box part) {
        List<Strand> strands = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(part)) {
                basin.forEachNode(part, node -> strands.add(new Strand(basin, node)));
            }
        }
        strands.sort(CALM_FIRST);
        return strands;
    }

    /**
     * Those in view that say something else now.
     *
     * @param valves takes the places of the valves among them that came, went or may have been turned
     */
    private static List<Strand> due(MapViewModel model, Box shown, Detail detail, Damage damage, List<Box> valves) {
        List<Strand> due = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                boolean valve = PipePainter.hasValve(node, detail);
                long mood =
                        valve ? Digest.mixed(mood(node), Math.round(node.node().throttlePerMinute())) : mood(node);
                if (damage.isAsDrawn(node, mood) || !node.touches(shown, basin.tank())) {
                    return;
                }
                Change change = damage.change(node, new Said(mood, valve ? 1 : 0, mood));
                if (change != Change.NONE) {
                    Strand strand = new Strand(basin, node);
                    due.add(strand);
                    if (valve || change == Change.ALL) {
                        valves.add(strand.valve());
                    }
                }
            });
        }
        due.sort(CALM_FIRST);
        return due;
    }

    /** Those whose valves some others cross. */
    private static List<Strand> valvesBelow(MapViewModel model, Box shown, Detail detail, List<Strand> others) {
        List<Strand> below = new ArrayList<>();
        if (!others.isEmpty()) {
            for (BasinPicture basin : model.basins()) {
                basin.forEachNode(node -> {
                    if (PipePainter.hasValve(node, detail)) {
                        Box valve = node.valve(basin.tank());
                        if (valve.overlaps(shown)
                                && others.stream().anyMatch(it -> it.pipe().crosses(valve))) {
                            below.add(new Strand(basin, node));
                        }
                    }
                });
            }
        }
        return below;
    }

    private static boolean isThin(MapViewModel model, Detail detail) {
        if (detail != Detail.FAR) {
            return false;
        }
        int nodes = 0;
        for (BasinPicture basin : model.basins()) {
            nodes += basin.producers().size() + basin.consumers().size();
        }
        return nodes > MOST_BODIES;
    }

    private static Box reach(CardPicture card) {
        return card.box().grownBy(SPILL);
    }

    private static Said said(BasinPicture basin, Detail detail) {
        ResourceView view = basin.basin().view();
        long mood = Digest.mixed(view.severity().ordinal(), view.tank().ordinal());
        boolean told = TankPainter.tellsState(view, detail, basin.isOpen());
        return new Said(mood, told ? 1 : 0, Digest.mixed(mood, view.words().hashCode()));
    }

    private static Said said(CardPicture card, Detail detail, double zoom) {
        long mood = Digest.mixed(card.card().label().hashCode(), 7);
        for (NodePicture row : card.rows()) {
            mood = Digest.mixed(mood, mood(row));
        }
        return said(
                mood,
                detail == Detail.NEAR ? figures(card, mood) : CardPainter.isReadable(zoom) ? totals(card, mood) : mood);
    }

    /** Whatever changes, all of a part is drawn again. */
    private static Said said(long mood, long figures) {
        return new Said(mood, mood, figures);
    }

    private static void pipe(Easel easel, Strand strand, boolean thin) {
        Pen g = easel.g();
        Pipe pipe = strand.pipe();
        boolean found = strand.node().isFound();
        if (thin) {
            easel.fade(found);
            PipeBodies.trace(g, pipe);
            g.setStroke(easel.inks().of(PipePainter.tone(strand.node().node()), Inks.Strength.CORE));
            g.setLineWidth(easel.pixels(0.8));
            g.stroke();
            return;
        }
        if (found) {
            g.setGlobalAlpha(1);
            g.setLineCap(StrokeLineCap.ROUND);
            PipeBodies.trace(g, pipe);
            g.setStroke(easel.inks().of(Ink.BACKGROUND));
            g.setLineWidth(pipe.width() + HALO);
            g.stroke();
        }
        Box tank = strand.basin().tank();
        PipeBodies.draw(easel, strand.node(), tank);
        PipePainter.marks(easel, strand.node(), tank, false);
    }

    /** The straight ways to where a pipe begins from a card in an inner lane, and from where it ends to such a tank. */
    private static List<Box> leads(NodePicture node, Box tank) {
        boolean producer = node.node().isProducer();
        double edge = producer ? node.box().right() : node.box().x();
        boolean fromCard = Math.abs(edge - node.pipeX()) > 1;
        boolean toTank = Math.abs(node.mouthX()) > 1;
        if (!fromCard && !toTank) {
            return List.of();
        }
        List<Box> leads = new ArrayList<>(2);
        if (fromCard) {
            double y = node.box().centreY();
            leads.add(Box.between(edge, y, node.pipeX(), y));
        }
        if (toTank) {
            double wall = producer ? tank.x() : tank.right();
            leads.add(Box.between(wall, node.portY(), wall + node.mouthX(), node.portY()));
        }
        return leads;
    }

    private static void lead(Easel easel, NodePicture node, Box lead) {
        Pen g = easel.g();
        double width = Math.max(Pipe.width(node.node().possiblePerMinute()) / 3, easel.pixels(0.7));
        g.setLineCap(StrokeLineCap.BUTT);
        g.setGlobalAlpha(1);
        g.setStroke(easel.inks().of(Ink.BACKGROUND));
        g.setLineWidth(width + 2 * easel.pixels(1));
        g.strokeLine(lead.x(), lead.y(), lead.right(), lead.y());
        easel.fade(node.isFound());
        g.setStroke(easel.inks().of(PipePainter.tone(node.node()), Strength.CASING));
        g.setLineWidth(width);
        g.strokeLine(lead.x(), lead.y(), lead.right(), lead.y());
    }

    private static void tank(Easel easel, BasinPicture basin) {
        Box tank = basin.tank();
        Color ground = easel.inks().of(Ink.BACKGROUND);
        Pen g = easel.g();
        g.setGlobalAlpha(1);
        g.setFill(ground);
        if (easel.detail() == Detail.NEAR) {
            g.fillRoundRect(
                    tank.x() - 28, tank.y() - BasinShape.HEAD + 8, tank.width() + 56, BasinShape.HEAD - 12, 12, 12);
        }
        if (TankPainter.tellsState(basin.basin().view(), easel.detail(), basin.isOpen())) {
            g.fillRoundRect(tank.x() - 40, tank.bottom() + 4, tank.width() + 80, BasinShape.FOOT - 8, 12, 12);
        }
        g.fillRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 24, 24);
        TankPainter.still(easel, basin);
    }

    private static long mood(NodePicture picture) {
        MapNode node = picture.node();
        return Digest.mixed(
                node.manner().ordinal() * 128L + node.flow().ordinal() * 2L + (PipePainter.isHeldBack(node) ? 1 : 0),
                Math.round(Pipe.width(node.possiblePerMinute())));
    }

    private static long totals(CardPicture card, long mood) {
        long made = Math.round(card.card().madePerMinute());
        return Digest.mixed(Digest.mixed(mood, made), Math.round(card.card().takenPerMinute()));
    }

    private static long figures(CardPicture card, long mood) {
        long figures = Digest.mixed(mood, card.spark().digest());
        for (NodePicture row : card.rows()) {
            MapNode node = row.node();
            figures = Digest.mixed(figures, row.spark().digest());
            figures = Digest.mixed(figures, node.words().hashCode());
            figures = Digest.mixed(figures, Math.round(node.actualPerMinute()));
        }
        return figures;
    }
}
