package virdi.ui.map.layout;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Orders the nodes of layers so that few edges cross. Stateless; any thread.
 *
 * <p>The best order is NP-hard to find even for two layers. The heuristic is by Sugiyama, Tagawa and Toda (Methods for
 * Visual Understanding of Hierarchical System Structures, 1981): it sweeps over the layers and back, and sorts each
 * layer by the barycenter of its neighbours in the previous layer. Every other round uses the median of Eades and
 * Wormald (Edge Crossings in Drawings of Bipartite Graphs, 1994) instead, which can leave local optima of the
 * barycenter. Sorting is stable, so nodes do not move without a reason. The result is the best order found, so it is
 * never worse than the first.
 */
public final class CrossingSweeps {
    /** Upper limit of rounds; this bounds the running time. */
    private static final int MOST_ROUNDS = 24;
    /** Rounds without progress after which the search stops. */
    private static final int PATIENCE = 4;

    private CrossingSweeps() {}

    /**
     * Returns the best order found from a given start and from a second start that follows the edges.
     *
     * @param start the nodes of each layer, from top to bottom
     */
    static int[][] ordered(LayeredGraph graph, int[][] start) {
        int[][] fromStart = improved(graph, start);
        long crossings = graph.crossings(fromStart);
        if (crossings == 0) {
            return fromStart;
        }
        int[][] fromUnravelled = improved(graph, graph.unravelled());
        // If the second start is not better, keep the order that the user knows.
        return graph.crossings(fromUnravelled) < crossings ? fromUnravelled : fromStart;
    }

    /** Returns the best order that sweeps find from a start. */
    static int[][] improved(LayeredGraph graph, int[][] start) {
        int[][] orders = copy(start);
        int[][] best = copy(start);
        long fewest = graph.crossings(start);
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < PATIENCE && fewest > 0; round++) {
            sweep(graph, orders, round % 2 == 1);
            long crossings = graph.crossings(orders);
            idle++;
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(orders);
                idle = 0;
            }
        }
        return best;
    }

    private static void sweep(LayeredGraph graph, int[][] orders, boolean median) {
        for (int layer = 1; layer < graph.layers(); layer++) {
            sort(graph, orders, layer, layer - 1, median);
        }
        for (int layer = graph.layers() - 2; layer >= 0; layer--) {
            sort(graph, orders, layer, layer + 1, median);
        }
        // Until here the middle layers followed only one neighbour, so sort them by both.
        for (int layer = 1; layer < graph.layers() - 1; layer++) {
            sort(graph, orders, layer, layer, median);
        }
    }

    /**
     * Sorts a layer by the positions of its neighbours in layer {@code by}. If that is the layer itself, it uses both
     * neighbouring layers.
     */
    private static void sort(LayeredGraph graph, int[][] orders, int layer, int by, boolean median) {
        int[] order = orders[layer];
        int[] before = layer > 0 && by <= layer ? LayeredGraph.positions(orders[layer - 1]) : new int[0];
        int[] after =
                layer + 1 < graph.layers() && by >= layer ? LayeredGraph.positions(orders[layer + 1]) : new int[0];
        double[] pulls = new double[order.length];
        for (int position = 0; position < order.length; position++) {
            int node = order[position];
            int[] left = by <= layer ? graph.before(layer, node) : new int[0];
            int[] right = by >= layer ? graph.after(layer, node) : new int[0];
            double[] places = new double[left.length + right.length];
            for (int i = 0; i < left.length; i++) {
                places[i] = share(before[left[i]], before.length);
            }
            for (int i = 0; i < right.length; i++) {
                places[left.length + i] = share(after[right[i]], after.length);
            }
            pulls[node] = places.length == 0
                    ? share(position, order.length)
                    : median ? median(places) : Arrays.stream(places).average().orElse(0);
        }
        orders[layer] = Arrays.stream(order)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> pulls[node]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns a position as a share of its layer, so that layers of different sizes can be compared. */
    private static double share(int position, int size) {
        return (position + 0.5) / size;
    }

    private static double median(double[] places) {
        Arrays.sort(places);
        int middle = places.length / 2;
        return places.length % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) / 2;
    }

    private static int[][] copy(int[][] orders) {
        return Arrays.stream(orders).map(int[]::clone).toArray(int[][]::new);
    }
}
