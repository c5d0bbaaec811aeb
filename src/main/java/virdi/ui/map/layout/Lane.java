package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Things one below another, none touching the next. Used by one thread at a time. */
public final class Lane {
    /** Something that stands in a lane. */
    static final class Item {
        private final double height;
        private final double want;
        private double y;

        /** @param want where its upper edge would best be */
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

    /** How high its items are together, with the gaps between. */
    double filled() {
        return Math.max(0, filled - gap);
    }

    /**
     * Puts everything as near to where it would best be as the order they were added in allows, within a height.
     *
     * <p>Less what must lie above each item, this is the isotonic regression of the wishes: neighbours that would
     * overlap pool, and stand about the mean of what they want ("pool adjacent violators", Ayer et al. 1955).
     */
    void settle(double height) {
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
                // Whole units: a sum of the same in another order must not move anything.
                item.y = Math.rint(Math.clamp(means[pool], 0, free)) + offset;
                offset += item.height + gap;
            }
        }
    }

    /** Leaves everything where it is wanted, and pushes down what would touch: no farther than there is no gap. */
    void push() {
        items.sort(Comparator.comparingDouble(item -> item.want));
        double from = 0;
        for (Item item : items) {
            item.y = Math.max(Math.rint(item.want), from);
            from = item.bottom() + gap;
        }
    }
}
