package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A graph with nodes in layers and edges between neighbouring layers only. Immutable; any thread.
 *
 * <p>Nodes are numbered within their layer. An order of a layer lists its nodes from top to bottom.
 */
public final class LayeredGraph {
    private final int[] sizes;
    /** For each layer and node, its neighbours in the layer before. */
    private final int[][][] before;
    /** For each layer and node, its neighbours in the layer after. */
    private final int[][][] after;

    /**
     * Makes a graph.
     *
     * @param sizes number of nodes in each layer
     * @param edges for each gap between two layers: pairs of a node before and a node after the gap
     */
    LayeredGraph(int[] sizes, List<List<int[]>> edges) {
        this.sizes = sizes.clone();
        before = new int[sizes.length][][];
        after = new int[sizes.length][][];
        for (int layer = 0; layer < sizes.length; layer++) {
            before[layer] = neighbours(sizes[layer], layer == 0 ? List.of() : edges.get(layer - 1), 1);
            after[layer] = neighbours(sizes[layer], layer == sizes.length - 1 ? List.of() : edges.get(layer), 0);
        }
    }

    private static int[][] neighbours(int nodes, List<int[]> edges, int own) {
        int[] counts = new int[nodes];
        edges.forEach(edge -> counts[edge[own]]++);
        int[][] neighbours = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            neighbours[node] = new int[counts[node]];
        }
        for (int[] edge : edges) {
            neighbours[edge[own]][--counts[edge[own]]] = edge[1 - own];
        }
        return neighbours;
    }

    int layers() {
        return sizes.length;
    }

    int size(int layer) {
        return sizes[layer];
    }

    int[] before(int layer, int node) {
        return before[layer][node];
    }

    int[] after(int layer, int node) {
        return after[layer][node];
    }

    /** Returns the nodes of each layer in the order of their numbers. */
    int[][] asNumbered() {
        int[][] orders = new int[sizes.length][];
        for (int layer = 0; layer < sizes.length; layer++) {
            orders[layer] = new int[sizes[layer]];
            Arrays.setAll(orders[layer], node -> node);
        }
        return orders;
    }

    /** Returns the position of each node in an order. */
    static int[] positions(int[] order) {
        int[] positions = new int[order.length];
        for (int position = 0; position < order.length; position++) {
            positions[order[position]] = position;
        }
        return positions;
    }

    /**
     * Counts the pairs of edges that cross. It takes the edges of a gap in the order of their upper ends; each edge
     * crosses the earlier ones that end lower. An accumulator tree counts them in {@code O(e log n)} (Barth, Jünger,
     * Mutzel: Simple and Efficient Bilayer Cross Counting, 2002).
     */
    long crossings(int[][] orders) {
        long crossings = 0;
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            crossings += crossings(layer, orders[layer], positions(orders[layer + 1]));
        }
        return crossings;
    }

    private long crossings(int layer, int[] order, int[] positionsAfter) {
        int[] tree = new int[positionsAfter.length + 1];
        long crossings = 0;
        int seen = 0;
        for (int node : order) {
            int[] ends = new int[after[layer][node].length];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = positionsAfter[after[layer][node][i]];
            }
            for (int end : ends) {
                int notLower = 0;
                for (int i = end + 1; i > 0; i -= i & -i) {
                    notLower += tree[i];
                }
                crossings += seen - notLower;
            }
            for (int end : ends) {
                for (int i = end + 1; i < tree.length; i += i & -i) {
                    tree[i]++;
                }
            }
            seen += ends.length;
        }
        return crossings;
    }

    /** Returns an order in which each node follows one of its neighbours. This is a good start for the sweeps. */
    int[][] unravelled() {
        List<List<Integer>> orders = new ArrayList<>();
        boolean[][] done = new boolean[sizes.length][];
        for (int layer = 0; layer < sizes.length; layer++) {
            orders.add(new ArrayList<>());
            done[layer] = new boolean[sizes[layer]];
        }
        for (int layer = 0; layer < sizes.length; layer++) {
            for (int node = 0; node < sizes[layer]; node++) {
                if (!done[layer][node]) {
                    int[] rim = walk(layer, node, new boolean[sizes.length][]).getLast();
                    for (int[] next : walk(rim[0], rim[1], done)) {
                        orders.get(next[0]).add(next[1]);
                    }
                }
            }
        }
        int[][] unravelled = new int[sizes.length][];
        for (int layer = 0; layer < sizes.length; layer++) {
            unravelled[layer] =
                    orders.get(layer).stream().mapToInt(Integer::intValue).toArray();
        }
        return unravelled;
    }

    /** Walks breadth first and visits nodes with few edges first (Cuthill, McKee 1969). */
    private List<int[]> walk(int layer, int node, boolean[][] done) {
        for (int each = 0; each < sizes.length; each++) {
            done[each] = done[each] == null ? new boolean[sizes[each]] : done[each];
        }
        List<int[]> walk = new ArrayList<>();
        walk.add(new int[] {layer, node});
        done[layer][node] = true;
        for (int at = 0; at < walk.size(); at++) {
            int[] from = walk.get(at);
            List<int[]> next = new ArrayList<>();
            for (int neighbour : before[from[0]][from[1]]) {
                next.add(new int[] {from[0] - 1, neighbour});
            }
            for (int neighbour : after[from[0]][from[1]]) {
                next.add(new int[] {from[0] + 1, neighbour});
            }
            next.sort((a, b) -> Integer.compare(degree(a), degree(b)));
            for (int[] neighbour : next) {
                if (!done[neighbour[0]][neighbour[1]]) {
                    done[neighbour[0]][neighbour[1]] = true;
                    walk.add(neighbour);
                }
            }
        }
        return walk;
    }

    private int degree(int[] node) {
        return before[node[0]][node[1]].length + after[node[0]][node[1]].length;
    }
}
