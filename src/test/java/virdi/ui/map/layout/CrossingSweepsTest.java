package virdi.ui.map.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tests that the sweeps leave few crossing edges. */
public class CrossingSweepsTest {
    @Test
    void twoEdgesThatSwapCrossOnce() {
        LayeredGraph graph = new LayeredGraph(new int[] {2, 2}, List.of(edges(0, 1, 1, 0)));
        assertThat(graph.crossings(graph.asNumbered())).isEqualTo(1);
        assertThat(graph.crossings(new int[][] {{1, 0}, {0, 1}})).isZero();
    }

    @Test
    void edgesThatMeetAtANodeDoNotCross() {
        LayeredGraph graph =
                new LayeredGraph(new int[] {1, 3, 1}, List.of(edges(0, 0, 0, 1, 0, 2), edges(0, 0, 1, 0, 2, 0)));
        assertThat(graph.crossings(graph.asNumbered())).isZero();
    }

    @Property(tries = 100)
    void crossingsAreCountedAsByComparingAllPairs(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        List<int[]> edges = edges(random, 9, 7, 25);
        LayeredGraph graph = new LayeredGraph(new int[] {9, 7}, List.of(edges));
        int[][] orders = {shuffled(random, 9), shuffled(random, 7)};
        int[] left = LayeredGraph.positions(orders[0]);
        int[] right = LayeredGraph.positions(orders[1]);
        long crossings = 0;
        for (int i = 0; i < edges.size(); i++) {
            for (int j = 0; j < i; j++) {
                int a = left[edges.get(i)[0]] - left[edges.get(j)[0]];
                int b = right[edges.get(i)[1]] - right[edges.get(j)[1]];
                crossings += (long) a * b < 0 ? 1 : 0;
            }
        }
        assertThat(graph.crossings(orders)).isEqualTo(crossings);
    }

    /** A caterpillar is a path with leaves. Every connected graph of two layers without crossings has this form. */
    @Property(tries = 60)
    void whatCanBeDrawnWithoutACrossingIs(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        int[] sizes = {1, 0};
        List<int[]> edges = new ArrayList<>();
        int[] spine = {0, 0};
        for (int step = 0; step < 30; step++) {
            int far = 1 - spine[0];
            for (int leaf = random.nextInt(3); leaf >= 0; leaf--) {
                int node = sizes[far]++;
                edges.add(far == 1 ? new int[] {spine[1], node} : new int[] {node, spine[1]});
                if (leaf == 0) {
                    spine = new int[] {far, node};
                }
            }
        }
        LayeredGraph graph = new LayeredGraph(sizes, List.of(edges));
        int[][] start = {shuffled(random, sizes[0]), shuffled(random, sizes[1])};
        assertThat(graph.crossings(CrossingSweeps.ordered(graph, start))).isZero();
    }

    @Property(tries = 100)
    void crossingsAreNeverMoreThanToBeginWith(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        int[] sizes = {1 + random.nextInt(30), 1 + random.nextInt(15), 1 + random.nextInt(30)};
        LayeredGraph graph = new LayeredGraph(
                sizes, List.of(edges(random, sizes[0], sizes[1], 40), edges(random, sizes[1], sizes[2], 40)));
        int[][] start = {shuffled(random, sizes[0]), shuffled(random, sizes[1]), shuffled(random, sizes[2])};
        int[][] ordered = CrossingSweeps.ordered(graph, start);
        assertThat(graph.crossings(ordered)).isLessThanOrEqualTo(graph.crossings(start));
        for (int layer = 0; layer < 3; layer++) {
            int[] sorted = ordered[layer].clone();
            Arrays.sort(sorted);
            assertThat(sorted).as("everybody stands in it once").isEqualTo(graph.asNumbered()[layer]);
        }
    }

    private static List<int[]> edges(int... ends) {
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            edges.add(new int[] {ends[i], ends[i + 1]});
        }
        return edges;
    }

    private static List<int[]> edges(Random random, int left, int right, int count) {
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            edges.add(new int[] {random.nextInt(left), random.nextInt(right)});
        }
        return edges;
    }

    private static int[] shuffled(Random random, int size) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(random.nextInt(i + 1), i);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
