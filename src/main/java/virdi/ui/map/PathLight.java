package virdi.ui.map;

import java.util.Set;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.kit.Pen;
import virdi.ui.map.Inks.Strength;

/**
 * The pipes that are lit under dots and liquid: those of the path that is traced, of what the pointer is at, and of what
 * is selected.
 *
 * @param tracing whether a path is traced that is not so large that it is told by what fades
 * @param hovered what the pointer is at; null for nothing
 * @param selection what is selected
 */
record PathLight(boolean tracing, @Nullable Spot hovered, Set<Target> selection) {
    private static final int MOST_TRACED = 300;

    /** Those of now. */
    static PathLight of(MapViewModel model, Attention attention) {
        return new PathLight(model.isTracing() && found(model) <= MOST_TRACED, attention.hovered(), model.selection());
    }

    private static int found(MapViewModel model) {
        int[] found = {0};
        model.basins()
                .forEach(basin -> basin.forEachNode(node -> {
                    if (node.isFound()) {
                        found[0]++;
                    }
                }));
        return found[0];
    }

    /** Draws those of a basin. */
    void paint(Easel easel, BasinPicture basin) {
        basin.forEachNode(node -> {
            if (tracing && node.isFound()) {
                stroke(easel, node, basin.tank(), Strength.CASING);
            }
            if (node.isSelected() || isPointed(basin, node)) {
                stroke(easel, node, basin.tank(), Strength.CORE);
            }
        });
    }

    private boolean isPointed(BasinPicture basin, NodePicture node) {
        if (hovered == null) {
            return false;
        }
        CardKey card = hovered.card();
        return card == null
                ? node.key().equals(hovered.node()) && basin.id().equals(hovered.basin())
                : node.isRow() && CardKey.of(node.key()).equals(card);
    }

    private static void stroke(Easel easel, NodePicture node, Box tank, Strength strength) {
        Pen g = easel.g();
        Pipe pipe = Pipe.of(node, tank);
        PipePainter.trace(g, pipe);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(easel.inks().of(PipePainter.tone(node.node()), strength));
        g.setLineWidth(pipe.width());
        g.stroke();
    }
}
