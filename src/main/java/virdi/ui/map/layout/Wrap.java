package virdi.ui.map.layout;

import java.util.Arrays;

/**
 * The number of lanes in each layer. A thousand nodes in three columns would be forty times as high as wide. So a layer
 * deals its nodes to several lanes in turn: the order stays, and the map gets the shape of the view. Immutable; any
 * thread.
 *
 * @param lanes lanes of each layer; 0 for an empty layer
 * @param height height of the highest layer, in map units
 */
public record Wrap(int[] lanes, double height, double width) {
    /** Largest number of lanes that the search tries; this bounds its running time. */
    private static final int MOST_LANES = 60;
    /**
     * Width of the space for pipes between two layers, as a share of the map's height. A higher map needs more, or its
     * pipes would be too steep.
     */
    private static final double CHANNEL_PER_HEIGHT = 0.2;

    /** Limits of that width in map units. */
    private static final double CHANNEL_LEAST = 190;

    private static final double CHANNEL_MOST = 1_200;

    static double channel(double height) {
        return Math.rint(Math.clamp(height * CHANNEL_PER_HEIGHT, CHANNEL_LEAST, CHANNEL_MOST));
    }

    /** Returns the zoom at which it fits a view. */
    double scale(double viewWidth, double viewHeight) {
        return Math.min(viewWidth / Math.max(1, width), viewHeight / Math.max(1, height));
    }

    /**
     * Returns the wrap that is largest in a view. It leaves one layer in a single lane if everything stays legible.
     *
     * @param whole the layer that should stay in one lane if possible
     * @param legible the zoom from which everything can be read
     * @param heights height of each layer as a single lane
     * @param counts number of nodes in each layer
     * @param pitches width of a lane of each layer, including the room beside it
     */
    static Wrap best(
            double[] heights,
            int[] counts,
            double[] pitches,
            double viewWidth,
            double viewHeight,
            int whole,
            double legible) {
        Wrap left = best(heights, counts, pitches, viewWidth, viewHeight, heights[whole]);
        return left.scale(viewWidth, viewHeight) >= legible
                ? left
                : best(heights, counts, pitches, viewWidth, viewHeight, 0);
    }

    private static Wrap best(
            double[] heights, int[] counts, double[] pitches, double viewWidth, double viewHeight, double least) {
        Wrap best = of(Arrays.stream(heights).max().orElse(1), heights, counts, pitches);
        for (double layer : heights) {
            for (int lanes = 1; lanes <= MOST_LANES; lanes++) {
                Wrap wrap = of(Math.max(least, layer / lanes), heights, counts, pitches);
                if (wrap.scale(viewWidth, viewHeight) > best.scale(viewWidth, viewHeight)) {
                    best = wrap;
                }
            }
        }
        return best;
    }

    private static Wrap of(double height, double[] heights, int[] counts, double[] pitches) {
        int[] lanes = new int[heights.length];
        double highest = 1;
        double width = 0;
        int layers = 0;
        for (int layer = 0; layer < heights.length; layer++) {
            lanes[layer] = (int) Math.min(counts[layer], Math.ceil(heights[layer] / height - 1e-9));
            if (lanes[layer] > 0) {
                highest = Math.max(highest, heights[layer] / lanes[layer]);
                width += lanes[layer] * pitches[layer];
                layers++;
            }
        }
        return new Wrap(lanes, highest, width + Math.max(0, layers - 1) * channel(highest));
    }
}
