package virdi.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import virdi.telemetry.ResourceView;
import virdi.ui.kit.Pen;
import virdi.ui.sign.Palette.Ink;

/**
 * What stands still of a picture in which pipes cross. FX thread only.
 *
 * <p>No part of it has a region of its own, so a part that says something else cannot be wiped and drawn again as a
 * basin can. Two things help. Cards and tanks are opaque and cover what was there. And a pipe has a halo in the colour of
 * the ground, which shows which of two is above at a crossing (Appel, Rohlf, Stein: The Haloed Line Effect, 1979): one
 * that is drawn again comes to lie above the others, and its ends are covered again.
 */
final class StillWeb {
    private static final long FIGURES_NANOS = 400_000_000L;
    private static final double HALO = 4;
    /** From far, more pipes than that are drawn as mere lines. */
    private static final int MOST_BODIES = 500;

    private record Said(long mood, long figures, long nanos) {}

    /** A pipe in view. */
    private record Strand(BasinPicture basin, NodePicture node) {}

    private final Map<Object, Said> said = new HashMap<>();
    private final List<Strand> strands = new ArrayList<>();
    private int budget;
    private boolean waiting;

    boolean isWaiting() {
        return waiting;
    }

    /**
     * Brings the canvas up to date.
     *
     * @param all whether nothing is on it yet
     */
    void paint(Easel easel, MapViewModel model, Box visible, boolean all, long nanos) {
        budget = all ? Integer.MAX_VALUE : StillLayer.partsPerPulse(easel.detail());
        waiting = false;
        collect(model, visible);
        if (all) {
            said.clear();
            model.cards().forEach(card -> CardPainter.leads(easel, card));
            model.basins().forEach(basin -> leads(easel, basin));
        }
        boolean thin = easel.detail() == Detail.FAR && strands.size() > MOST_BODIES;
        Set<Object> covered = new HashSet<>();
        for (Strand strand : strands) {
            long mood = mood(strand.node());
            if (isDue(strand.node().key(), mood, mood, nanos)) {
                pipe(easel, strand, thin);
                covered.add(strand.basin().id());
                covered.add(CardKey.of(strand.node().key()));
            }
        }
        for (BasinPicture basin : model.basins()) {
            if (!basin.bounds().overlaps(visible)) {
                said.remove(basin.id());
                continue;
            }
            ResourceView view = basin.basin().view();
            long mood = mixed(view.severity().ordinal(), view.tank().ordinal());
            if (isDue(basin.id(), mood, mixed(mood, view.words().hashCode()), nanos) || covered.contains(basin.id())) {
                tank(easel, basin);
            }
        }
        for (CardPicture card : model.cards()) {
            if (!card.box().overlaps(visible)) {
                said.remove(card.key());
                continue;
            }
            long mood = mixed(card.card().label().hashCode(), 7);
            for (NodePicture row : card.rows()) {
                mood = mixed(mood, mood(row));
            }
            long figures = easel.detail() == Detail.NEAR
                    ? figures(card, mood)
                    : CardPainter.isReadable(easel.zoom()) ? totals(card, mood) : mood;
            if (isDue(card.key(), mood, figures, nanos) || covered.contains(card.key())) {
                CardPainter.still(easel, card);
            }
        }
    }

    void forget() {
        said.clear();
        strands.clear();
        waiting = false;
    }

    /** Those in view, calm ones first, so that trouble lies above, and valves above all. */
    private void collect(MapViewModel model, Box visible) {
        strands.clear();
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(visible)) {
                basin.forEachNode(node -> {
                    if (Pipe.of(node, basin.tank()).overlaps(visible)) {
                        strands.add(new Strand(basin, node));
                    } else {
                        said.remove(node.key());
                    }
                });
            } else {
                basin.forEachNode(node -> said.remove(node.key()));
            }
        }
        strands.sort(
                Comparator.comparing((Strand strand) -> strand.node().node().severity()));
    }

    private boolean isDue(Object part, long mood, long figures, long nanos) {
        Said before = said.get(part);
        boolean due = before == null
                || before.mood() != mood
                || before.figures() != figures && nanos - before.nanos() >= FIGURES_NANOS;
        if (!due) {
            waiting |= before != null && before.figures() != figures;
        } else if (budget <= 0) {
            waiting = true;
            return false;
        } else {
            budget--;
            said.put(part, new Said(mood, figures, nanos));
        }
        return due;
    }

    private static void pipe(Easel easel, Strand strand, boolean thin) {
        Pen g = easel.g();
        Pipe pipe = Pipe.of(strand.node(), strand.basin().tank());
        boolean found = strand.node().isFound();
        if (thin) {
            easel.fade(found);
            PipePainter.trace(g, pipe);
            g.setStroke(easel.inks().of(PipePainter.tone(strand.node().node()), Inks.Strength.CORE));
            g.setLineWidth(easel.pixels(0.8));
            g.stroke();
            return;
        }
        if (found) {
            g.setGlobalAlpha(1);
            g.setLineCap(StrokeLineCap.BUTT);
            PipePainter.trace(g, pipe);
            g.setStroke(easel.inks().of(Ink.BACKGROUND));
            g.setLineWidth(pipe.width() + HALO);
            g.stroke();
        }
        PipePainter.still(easel, strand.node(), strand.basin().tank(), false);
    }

    /** The straight ways of a tank in an inner lane from and to where pipes end and begin. */
    private static void leads(Easel easel, BasinPicture basin) {
        Pen g = easel.g();
        Box tank = basin.tank();
        basin.forEachNode(node -> {
            if (Math.abs(node.mouthX()) > 1) {
                double wall = node.node().isProducer() ? tank.x() : tank.right();
                easel.fade(node.isFound());
                g.setStroke(easel.inks().of(Ink.BORDER));
                g.setLineWidth(Math.max(1.5, easel.pixels(0.7)));
                g.strokeLine(wall + node.mouthX(), node.portY(), wall, node.portY());
            }
        });
    }

    private static void tank(Easel easel, BasinPicture basin) {
        Box tank = basin.tank();
        Color ground = easel.inks().of(Ink.BACKGROUND);
        Pen g = easel.g();
        g.setGlobalAlpha(1);
        g.setFill(ground);
        g.fillRoundRect(tank.x() - 28, tank.y() - BasinShape.HEAD + 8, tank.width() + 56, BasinShape.HEAD - 12, 12, 12);
        g.fillRoundRect(tank.x() - 40, tank.bottom() + 4, tank.width() + 80, BasinShape.FOOT - 8, 12, 12);
        g.fillRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 24, 24);
        TankPainter.still(easel, basin);
    }

    private static long mood(NodePicture picture) {
        MapNode node = picture.node();
        return mixed(
                node.manner().ordinal() * 64L + node.flow().ordinal(),
                Math.round(Pipe.width(node.possiblePerMinute())));
    }

    private static long totals(CardPicture card, long mood) {
        long made = Math.round(card.card().madePerMinute());
        return mixed(mixed(mood, made), Math.round(card.card().takenPerMinute()));
    }

    private static long figures(CardPicture card, long mood) {
        long figures = mixed(mood, card.spark().digest());
        for (NodePicture row : card.rows()) {
            MapNode node = row.node();
            figures = mixed(figures, row.spark().digest());
            figures = mixed(figures, node.words().hashCode());
            figures = mixed(figures, Math.round(node.actualPerMinute()));
        }
        return figures;
    }

    private static long mixed(long digest, long more) {
        long mixed = (digest ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
