package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A column of items that do not touch each other. Not thread-safe. */
public final class Lane {
    static final class Item {
        private final double height;
        private final double want;
        private double y;

        /**
         * Makes an item.
         *
         * @param want the best place for its upper edge
         */
        Item(double height, double want) {
            this.height = height;
            this.want = want;
            this.y = want;
        }

        double y() {
            return y;
        }

        double bottom() {
            return y + height;
        }
    }

    private final double gap;
    private final List<Item> items = new ArrayList<>();
    private double filled;

    Lane(double gap) {
        this.gap = gap;
    }

    void add(Item item) {
        items.add(item);
        filled += item.height + gap;
    }

    /** Returns the total height of the items and the gaps between them. */
    double filled() {
        return Math.max(0, filled - gap);
    }

    /**
     * Puts every item as close as possible to its wanted place, in the order in which they were added and within a
     * height.
     *
     * <p>After subtracting the height above each item, this is an isotonic regression of the wanted places. Neighbours
     * that would overlap form a group around the mean of their wishes ("pool adjacent violators", Ayer et al. 1955).
     */
    void pack(double height) {
        int n = items.size();
        double[] means = new double[n];
        int[] counts = new int[n];
        int pools = 0;
        double offset = 0;
        for (Item item : items) {
            means[pools] = item.want - offset;
            counts[pools++] = 1;
            offset += item.height + gap;
            while (pools > 1 && means[pools - 2] >= means[pools - 1]) {
                int both = counts[pools - 2] + counts[pools - 1];
                means[pools - 2] = (means[pools - 2] * counts[pools - 2] + means[pools - 1] * counts[pools - 1]) / both;
                counts[pools - 2] = both;
                pools--;
            }
        }
        double free = Math.max(0, height - filled());
        offset = 0;
        int at = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < counts[pool]; i++) {
                Item item = items.get(at++);
                // Whole units: a sum in another order may differ slightly, and that must not move anything.
                item.y = Math.rint(Math.clamp(means[pool], 0, free)) + offset;
                offset += item.height + gap;
            }
        }
    }

    /** Leaves every item at its wanted place, and pushes it down only if it would touch the one above. */
    void push() {
        items.sort(Comparator.comparingDouble(item -> item.want));
        double from = 0;
        for (Item item : items) {
            item.y = Math.max(Math.rint(item.want), from);
            from = item.bottom() + gap;
        }
    }
}
