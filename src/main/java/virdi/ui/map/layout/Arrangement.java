package virdi.ui.map.layout;

import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;
import virdi.ui.map.content.Basin;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.plane.Box;

/**
 * Where everything is.
 *
 * @param cards where clients' cards are; empty where each node has its own
 * @param rows which nodes the boxes of a placement are for
 * @param columns which basins stand in which column, upper to lower, the columns from left to right; empty by client
 * @param scale the zoom at which it all fits the view it was made for
 */
public record Arrangement(
        Map<ResourceId, Placement> placements,
        Map<CardKey, Box> cards,
        Map<ResourceId, Rows> rows,
        List<Column> columns,
        Box bounds,
        double scale) {
    public static final Arrangement EMPTY =
            new Arrangement(Map.of(), Map.of(), Map.of(), List.of(), new Box(0, 0, 1, 1), 1);

    /** Basins one below another, of one form but for those that somebody gave the other. */
    record Column(BasinShape.Form form, List<ResourceId> basins) {}

    /** The nodes of a basin, upper to lower. */
    public record Rows(List<NodeKey> producers, List<NodeKey> consumers) {
        public static final Rows NONE = new Rows(List.of(), List.of());

        static Rows of(Basin basin) {
            return new Rows(
                    basin.producers().stream().map(MapNode::key).toList(),
                    basin.consumers().stream().map(MapNode::key).toList());
        }
    }

    Arrangement withRows(Map<ResourceId, Rows> newRows) {
        return new Arrangement(placements, cards, newRows, columns, bounds, scale);
    }

    Arrangement withPlacements(Map<ResourceId, Placement> newPlacements, Box newBounds) {
        return new Arrangement(newPlacements, cards, rows, columns, newBounds, scale);
    }
}
