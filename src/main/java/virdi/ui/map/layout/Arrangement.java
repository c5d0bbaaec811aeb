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
 * The places of all basins and cards, as one layout computed them. Immutable; any thread.
 *
 * @param cards the boxes of the clients' cards; empty when the map is arranged by resource
 * @param rows the nodes that the boxes of each placement belong to
 * @param columns the basins of each column from top to bottom, columns from left to right; empty by client
 * @param scale the zoom at which everything fits the view of this layout
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

    /** A column of basins. All have the column's form, except those for which the user chose another. */
    record Column(BasinShape.Form form, List<ResourceId> basins) {}

    /** The nodes of a basin, from top to bottom. */
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
