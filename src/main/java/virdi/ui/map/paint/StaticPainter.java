package virdi.ui.map.paint;

import java.util.ArrayList;
import java.util.List;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.HitTest;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.Tone;

/** Draws the static part of the picture: pipes, tanks, cards and all texts. FX thread only. */
public final class StaticPainter {
    private StaticPainter() {}

    /** Draws a part of the plane on which nothing has been drawn. */
    public static void draw(PaintContext context, MapViewModel model, Box part) {
        steps(model, context.detail(), part).forEach(step -> step.draw(context, part));
    }

    /** All that overlaps a part of the plane, the lowest first. */
    public static List<PaintStep> steps(MapViewModel model, DetailLevel detail, Box part) {
        if (!model.cards().isEmpty()) {
            return CrossingPipesPainter.steps(model, detail, part);
        }
        List<PaintStep> steps = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().grownBy(BasinPicture.SPILL).overlaps(part)) {
                collect(steps, basin, detail, part);
            }
        }
        return steps;
    }

    private static void collect(List<PaintStep> steps, BasinPicture basin, DetailLevel detail, Box part) {
        boolean compact = basin.isCompact();
        Box tank = basin.tank();
        List<NodePicture> nodes = new ArrayList<>();
        basin.forEachNode(part, nodes::add);
        steps.add(new PaintStep(
                open -> true, (context, open) -> PipeBodies.draw(context, touching(nodes, open, tank), tank)));
        nodes.forEach(node -> steps.add(
                PaintStep.within(node.reach(tank), context -> PipePainter.fittings(context, node, tank, compact))));
        Box tankReach = basin.tankReach();
        if (tankReach.overlaps(part)) {
            steps.add(PaintStep.within(tankReach, context -> TankPainter.paintStatic(context, basin)));
        }
        nodes.forEach(node -> steps.add(
                PaintStep.within(node.reach(tank), context -> NodePainter.paintStatic(context, node, compact))));
        Box whyBox = HitTest.whyBox(basin);
        WhyText why = basin.why();
        if (why != null && whyBox != null && detail != DetailLevel.FAR) {
            steps.add(PaintStep.within(WhyPainter.reach(whyBox), context -> {
                context.fade(basin.isFound());
                WhyPainter.paint(
                        context, why, whyBox, Tone.of(basin.basin().view().severity()));
            }));
        }
    }

    private static List<NodePicture> touching(List<NodePicture> nodes, Box part, Box tank) {
        return nodes.stream().filter(node -> node.touches(part, tank)).toList();
    }
}
