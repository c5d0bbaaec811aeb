package virdi.ui.map;

import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;

/**
 * Where all basins are.
 *
 * @param columns which basins stand in which column, upper to lower, the columns from left to right
 * @param scale the zoom at which it all fits the view it was made for
 */
record Arrangement(Map<ResourceId, Placement> placements, List<Column> columns, Box bounds, double scale) {
    static final Arrangement EMPTY = new Arrangement(Map.of(), List.of(), new Box(0, 0, 1, 1), 1);

    /** Basins of one form, one below another. */
    record Column(BasinShape.Form form, List<ResourceId> basins) {}
}
