package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sideways leads among the cards of clients: along a pipe to what it joins, the one at the nearest height. */
final class PipeWalk {
    private PipeWalk() {}

    /** The end of a pipe that leads from a element to that side; null when none does. */
    static @Nullable MapElement step(MapViewModel model, MapElement from, int dx) {
        Box origin = model.box(from);
        if (origin == null || dx == 0) {
            return null;
        }
        List<MapElement> ends = new ArrayList<>();
        NodePicture node = model.node(from);
        CardPicture card = model.card(from.card());
        BasinPicture tank = model.basin(from.basin());
        if (node != null) {
            if (node.node().isProducer() == dx > 0) {
                ends.add(new MapElement(node.key().resource(), null, null));
            }
        } else if (card != null) {
            if (card.isProducer() == dx > 0) {
                card.rows().forEach(row -> ends.add(new MapElement(row.key().resource(), null, null)));
            }
        } else if (tank != null) {
            (dx > 0 ? tank.consumers() : tank.producers()).forEach(row -> ends.add(MapElement.of(row)));
        }
        MapElement nearest = null;
        double least = Double.MAX_VALUE;
        for (MapElement end : ends) {
            Box box = model.box(end);
            double away = box == null ? Double.MAX_VALUE : Math.abs(box.centreY() - origin.centreY());
            if (away < least) {
                least = away;
                nearest = end;
            }
        }
        return nearest;
    }
}
