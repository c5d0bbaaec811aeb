package virdi.ui.map.layout;

import java.util.Arrays;

/**
 * Into how many lanes each layer is wrapped. Three columns of a thousand nodes are forty times as high as wide: what is
 * ordered from top to bottom is dealt to several lanes in turn, so that the order stays and the picture has the shape of
 * the view.
 *
 * @param lanes of each layer; 0 where it is empty
 * @param height of the highest layer
 */
public record Wrap(int[] lanes, double height, double width) {
    private static final int MOST_LANES = 60;
    /** The channels between layers, where all pipes are: the higher the picture, the wider, lest they be too steep. */
    private static final double CHANNEL_PER_HEIGHT = 0.2;

    private static final double CHANNEL_LEAST = 190;
    private static final double CHANNEL_MOST = 1_200;

    static double channel(double height) {
        return Math.rint(Math.clamp(height * CHANNEL_PER_HEIGHT, CHANNEL_LEAST, CHANNEL_MOST));
    }

    /** The zoom at which it fits a view. */
    double scale(double viewWidth, double viewHeight) {
        return Math.min(viewWidth / Math.max(1, width), viewHeight / Math.max(1, height));
    }

    /**
     * The wrap that is largest in a view; one that leaves a layer whole, where that can still be read.
     *
     * @param whole the layer that is wrapped only where it must be
     * @param legible the zoom from which everything can be read
     * @param heights of each layer if it were one lane
     * @param counts of the things in each layer
     * @param pitches how wide a lane of each layer is, with the room beside it
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
