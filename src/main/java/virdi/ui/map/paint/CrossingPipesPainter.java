package virdi.ui.map.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;
import virdi.ui.sign.Palette.Ink;

/**
 * Draws the static part of a picture in which pipes cross. FX thread only.
 *
 * <p>Cards and tanks are opaque and cover what was there. A pipe has a halo in the colour of the ground, which shows which
 * of two is above at a crossing (Appel, Rohlf, Stein: The Haloed Line Effect, 1979). So a pipe that is drawn again lies
 * above the others, and only its ends have to be covered again.
 */
public final class CrossingPipesPainter {
    private static final double HALO = 4;
    /** How far a card or a line reaches beyond its box. */
    private static final double SPILL = 14;
    /** From far, more pipes than that are drawn as mere lines. */
    private static final int MOST_BODIES = 500;

    /** A pipe in view. */
    public record Strand(BasinPicture basin, NodePicture node) {
        public Pipe pipe() {
            return Pipe.of(node, basin.tank());
        }

        public Box reach() {
            return node.reach(basin.tank());
        }

        public Box valve() {
            return node.valve(basin.tank());
        }

        public void drawValve(PaintContext context) {
            PipePainter.valve(context, node, basin.tank());
        }

        /** Its leads, each with the ground that it takes. */
        public List<Box> leads() {
            return CrossingPipesPainter.leads(node, basin.tank());
        }
    }

    /** Trouble lies above. */
    public static final Comparator<Strand> CALM_FIRST =
            Comparator.comparing((Strand strand) -> strand.node().node().severity());

    private CrossingPipesPainter() {}

    /** All that overlaps a part of the plane, the lowest first. */
    static List<PaintStep> steps(MapViewModel model, DetailLevel detail, Box part) {
        List<PaintStep> steps = new ArrayList<>();
        Consumer<PaintStep> near = step -> {
            if (step.reaches().test(part)) {
                steps.add(step);
            }
        };
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                for (Box lead : leads(node, basin.tank())) {
                    near.accept(PaintStep.within(leadReach(lead), context -> lead(context, node, lead)));
                }
            });
        }
        boolean thin = isThin(model, detail);
        List<Strand> strands = strands(model, part);
        for (Strand strand : strands) {
            Box tank = strand.basin().tank();
            steps.add(new PaintStep(
                    open -> strand.node().touches(open, tank), (context, open) -> pipe(context, strand, thin)));
        }
        for (Strand strand : strands) {
            if (PipePainter.hasValve(strand.node(), detail)) {
                near.accept(PaintStep.within(strand.valve(), strand::drawValve));
            }
        }
        for (BasinPicture basin : model.basins()) {
            near.accept(PaintStep.within(basin.tankReach(), context -> tank(context, basin)));
        }
        for (CardPicture card : model.cards()) {
            near.accept(PaintStep.within(reach(card), context -> CardPainter.paintStatic(context, card)));
        }
        return steps;
    }

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

    /** Whether pipes are so many and so far away that each is a mere line. */
    public static boolean isThin(MapViewModel model, DetailLevel detail) {
        if (detail != DetailLevel.FAR) {
            return false;
        }
        int nodes = 0;
        for (BasinPicture basin : model.basins()) {
            nodes += basin.producers().size() + basin.consumers().size();
        }
        return nodes > MOST_BODIES;
    }

    /** A card with all that is drawn beyond its box. */
    public static Box reach(CardPicture card) {
        return card.box().grownBy(SPILL);
    }

    /** A lead with the ground that it takes. */
    public static Box leadReach(Box lead) {
        return lead.grownBy(SPILL);
    }

    /** Draws a pipe above the others. */
    public static void pipe(PaintContext context, Strand strand, boolean thin) {
        Pen g = context.g();
        Pipe pipe = strand.pipe();
        boolean found = strand.node().isFound();
        if (thin) {
            context.fade(found);
            PipeBodies.trace(g, pipe);
            g.setStroke(context.colors().of(PipePainter.tone(strand.node().node()), Strength.CORE));
            g.setLineWidth(context.pixels(0.8));
            g.stroke();
            return;
        }
        if (found) {
            g.setGlobalAlpha(1);
            g.setLineCap(StrokeLineCap.ROUND);
            PipeBodies.trace(g, pipe);
            g.setStroke(context.colors().of(Ink.BACKGROUND));
            g.setLineWidth(pipe.width() + HALO);
            g.stroke();
        }
        Box tank = strand.basin().tank();
        PipeBodies.draw(context, strand.node(), tank);
        PipePainter.marks(context, strand.node(), tank, false);
    }

    /** The straight ways from a card in an inner lane to where its pipe begins, and from a tank in an inner lane to where its pipe ends. */
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

    public static void lead(PaintContext context, NodePicture node, Box lead) {
        Pen g = context.g();
        double width = Math.max(Pipe.width(node.node().possiblePerMinute()) / 3, context.pixels(0.7));
        g.setLineCap(StrokeLineCap.BUTT);
        g.setGlobalAlpha(1);
        g.setStroke(context.colors().of(Ink.BACKGROUND));
        g.setLineWidth(width + 2 * context.pixels(1));
        g.strokeLine(lead.x(), lead.y(), lead.right(), lead.y());
        context.fade(node.isFound());
        g.setStroke(context.colors().of(PipePainter.tone(node.node()), Strength.CASING));
        g.setLineWidth(width);
        g.strokeLine(lead.x(), lead.y(), lead.right(), lead.y());
    }

    /** Draws a tank over whatever was there. */
    public static void tank(PaintContext context, BasinPicture basin) {
        Box tank = basin.tank();
        Color ground = context.colors().of(Ink.BACKGROUND);
        Pen g = context.g();
        g.setGlobalAlpha(1);
        g.setFill(ground);
        if (context.detail() == DetailLevel.NEAR) {
            g.fillRoundRect(
                    tank.x() - 28, tank.y() - BasinShape.HEAD + 8, tank.width() + 56, BasinShape.HEAD - 12, 12, 12);
        }
        if (TankPainter.tellsState(basin.basin().view(), context.detail(), basin.isOpen())) {
            g.fillRoundRect(tank.x() - 40, tank.bottom() + 4, tank.width() + 80, BasinShape.FOOT - 8, 12, 12);
        }
        g.fillRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 24, 24);
        TankPainter.paintStatic(context, basin);
    }
}
