package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import virdi.model.ResourceId;
import virdi.ui.map.layout.Arrangement.Column;
import virdi.ui.map.layout.BasinShape.Form;
import virdi.ui.map.plane.Box;

/**
 * Arranges basins in columns so that all of them fill a view of a given shape. Stateless; any thread.
 *
 * <p>Every stream belongs to one resource, so basins share nothing and the layout only has to pack rectangles. No pipes
 * cross. The layout balances two goals. Legibility: when full basins would be too small to read, quiet ones become
 * compact, the least important first. Stability: the layout keeps its columns while they fill the view almost as well
 * as new ones would. A new row moves only what is below it. A basin that the user opens grows in place and moves only
 * what is below or to the right. The tanks of a column are aligned.
 */
public final class BasinLayout {
    /** Zoom factor from which the text of cards is comfortable to read. */
    private static final double LEGIBLE = 0.8;
    /** Zoom factor below which full basins cannot be read at all. Then even troubled basins become compact. */
    private static final double READABLE = 0.42;

    /** Kept columns must reach this share of the zoom at which they were chosen. */
    private static final double WORTH_KEEPING = 0.8;

    /** The same share while the user looks at a part of the map. It is lower because stable places matter more then. */
    private static final double WORTH_KEEPING_STILL = 0.4;

    /** Map units between two columns. */
    private static final double COLUMN_GAP = 44;
    /** Map units between two basins of a column. */
    private static final double BASIN_GAP = 30;
    /** Largest number of columns that the layout tries; this bounds its running time. */
    private static final int MOST_FULL_COLUMNS = 16;

    private static final int MOST_COMPACT_COLUMNS = 40;

    /**
     * Computes the places of all basins.
     *
     * @param ordered the most important basin first
     * @param width width of the view, in pixels
     * @param height height of the view, in pixels
     * @param previous the arrangement on the map now
     */
    Arrangement arrange(
            List<BasinShape> ordered, double width, double height, Arrangement previous, Stability stability) {
        if (ordered.isEmpty()) {
            return Arrangement.EMPTY;
        }
        Map<ResourceId, BasinShape> shapes = new HashMap<>();
        ordered.forEach(shape -> shapes.put(shape.id(), shape));
        if (stability != Stability.FRESH && !previous.columns().isEmpty()) {
            List<Column> kept = patched(previous.columns(), ordered, shapes);
            double scale = scale(kept, shapes, width, height);
            double least = stability == Stability.STILL ? WORTH_KEEPING_STILL : WORTH_KEEPING;
            if (scale >= least * previous.scale()) {
                return placed(kept, shapes, Math.max(scale, previous.scale()));
            }
        }
        List<Column> fresh = chosen(ordered, shapes, width, height);
        return placed(fresh, shapes, scale(fresh, shapes, width, height));
    }

    /** Removes basins that are gone, and adds new ones to the shortest column of their form. */
    private static List<Column> patched(
            List<Column> columns, List<BasinShape> ordered, Map<ResourceId, BasinShape> shapes) {
        List<Column> patched = new ArrayList<>();
        Set<ResourceId> present = new HashSet<>();
        for (Column column : columns) {
            List<ResourceId> stay = new ArrayList<>(column.basins());
            stay.removeIf(id -> !shapes.containsKey(id));
            if (!stay.isEmpty()) {
                patched.add(new Column(column.form(), stay));
                present.addAll(stay);
            }
        }
        boolean someCompact = patched.stream().anyMatch(column -> column.form() == Form.COMPACT);
        for (BasinShape shape : ordered) {
            if (!present.contains(shape.id())) {
                boolean compact =
                        shape.pinned() == Form.COMPACT || (shape.pinned() == null && shape.quiet() && someCompact);
                shortest(patched, compact ? Form.COMPACT : Form.FULL, shapes)
                        .basins()
                        .add(shape.id());
            }
        }
        return patched;
    }

    private static Column shortest(List<Column> columns, Form form, Map<ResourceId, BasinShape> shapes) {
        Column shortest = null;
        for (Column column : columns) {
            if (column.form() == form && (shortest == null || height(column, shapes) < height(shortest, shapes))) {
                shortest = column;
            }
        }
        if (shortest == null) {
            shortest = new Column(form, new ArrayList<>());
            if (form == Form.FULL) {
                columns.addFirst(shortest);
            } else {
                columns.add(shortest);
            }
        }
        return shortest;
    }

    /**
     * Chooses which basins become compact: as few as possible, the least important first. Quiet ones become compact
     * until the rest is comfortable to read, others only until the rest can be read at all.
     */
    private static List<Column> chosen(
            List<BasinShape> ordered, Map<ResourceId, BasinShape> shapes, double width, double height) {
        List<BasinShape> free = ordered.reversed().stream()
                .filter(shape -> shape.pinned() == null)
                .toList();
        List<BasinShape> shrinkable =
                new ArrayList<>(free.stream().filter(BasinShape::quiet).toList());
        int quiet = shrinkable.size();
        shrinkable.addAll(free.stream().filter(shape -> !shape.quiet()).toList());
        int enough = enough(ordered, shrinkable, 0, quiet, LEGIBLE, shapes, width, height);
        if (enough == quiet) {
            enough = enough(ordered, shrinkable, quiet, shrinkable.size(), READABLE, shapes, width, height);
        }
        return best(ordered, shrinkable.subList(0, enough), shapes, width, height);
    }

    /** Finds by bisection how many of the basins must be compact to reach a zoom. */
    private static int enough(
            List<BasinShape> ordered,
            List<BasinShape> shrinkable,
            int from,
            int to,
            double wanted,
            Map<ResourceId, BasinShape> shapes,
            double width,
            double height) {
        int least = from;
        int most = to;
        while (least < most) {
            int middle = (least + most) / 2;
            List<Column> columns = best(ordered, shrinkable.subList(0, middle), shapes, width, height);
            if (scale(columns, shapes, width, height) >= wanted) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }

    private static List<Column> best(
            List<BasinShape> ordered,
            List<BasinShape> small,
            Map<ResourceId, BasinShape> shapes,
            double width,
            double height) {
        Set<ResourceId> compact = new HashSet<>();
        small.forEach(shape -> compact.add(shape.id()));
        Map<Form, List<BasinShape>> byForm = new EnumMap<>(Form.class);
        for (BasinShape shape : ordered) {
            Form form = compact.contains(shape.id()) ? Form.COMPACT : shape.wantedForm();
            byForm.computeIfAbsent(form, key -> new ArrayList<>()).add(shape);
        }
        List<List<Column>> fulls = tilings(Form.FULL, byForm.getOrDefault(Form.FULL, List.of()), MOST_FULL_COLUMNS);
        List<List<Column>> compacts =
                tilings(Form.COMPACT, byForm.getOrDefault(Form.COMPACT, List.of()), MOST_COMPACT_COLUMNS);
        List<Column> best = List.of();
        double bestScale = -1;
        for (List<Column> full : fulls) {
            for (List<Column> little : compacts) {
                List<Column> both = new ArrayList<>(full);
                both.addAll(little);
                double scale = scale(both, shapes, width, height);
                if (scale > bestScale) {
                    bestScale = scale;
                    best = both;
                }
            }
        }
        return best;
    }

    /** Returns one tiling for each number of columns; a single empty one when there are no basins. */
    private static List<List<Column>> tilings(Form form, List<BasinShape> basins, int mostColumns) {
        if (basins.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Column>> tilings = new ArrayList<>();
        for (int count = 1; count <= Math.min(mostColumns, basins.size()); count++) {
            List<Column> columns = new ArrayList<>();
            double[] heights = new double[count];
            for (int i = 0; i < count; i++) {
                columns.add(new Column(form, new ArrayList<>()));
            }
            for (BasinShape basin : basins) {
                int shortest = 0;
                for (int i = 1; i < count; i++) {
                    shortest = heights[i] < heights[shortest] ? i : shortest;
                }
                columns.get(shortest).basins().add(basin.id());
                heights[shortest] += basin.height(form) + BASIN_GAP;
            }
            tilings.add(columns);
        }
        return tilings;
    }

    private static double scale(List<Column> columns, Map<ResourceId, BasinShape> shapes, double width, double height) {
        double wide = -COLUMN_GAP;
        double high = 1;
        for (Column column : columns) {
            wide += width(column, shapes) + COLUMN_GAP;
            high = Math.max(high, height(column, shapes));
        }
        return Math.min(width / Math.max(1, wide), height / high);
    }

    private static double height(Column column, Map<ResourceId, BasinShape> shapes) {
        double height = -BASIN_GAP;
        for (ResourceId id : column.basins()) {
            BasinShape shape = shapes.get(id);
            height += BASIN_GAP + (shape == null ? 0 : shape.height(shape.formIn(column)));
        }
        return height;
    }

    private static double width(Column column, Map<ResourceId, BasinShape> shapes) {
        double width = 0;
        for (ResourceId id : column.basins()) {
            BasinShape shape = shapes.get(id);
            width = Math.max(width, shape == null ? 0 : BasinShape.width(shape.formIn(column)));
        }
        return width;
    }

    private static Arrangement placed(List<Column> columns, Map<ResourceId, BasinShape> shapes, double scale) {
        Map<ResourceId, Placement> placements = new LinkedHashMap<>();
        double x = 0;
        double bottom = 1;
        for (Column column : columns) {
            double y = 0;
            double wide = width(column, shapes);
            for (ResourceId id : column.basins()) {
                BasinShape shape = shapes.get(id);
                if (shape != null) {
                    Form form = shape.formIn(column);
                    double beside = (wide - BasinShape.width(form)) / 2;
                    Placement placement = shape.place(form, x + beside, y);
                    placements.put(id, placement);
                    y += placement.bounds().height() + BASIN_GAP;
                }
            }
            bottom = Math.max(bottom, y - BASIN_GAP);
            x += wide + COLUMN_GAP;
        }
        Box bounds = new Box(0, 0, Math.max(1, x - COLUMN_GAP), bottom);
        return new Arrangement(placements, Map.of(), Map.of(), columns, bounds, scale);
    }
}
