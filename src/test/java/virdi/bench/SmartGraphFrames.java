package virdi.bench;

import com.brunomnsilva.smartgraph.graph.Graph;
import com.brunomnsilva.smartgraph.graph.GraphEdgeList;
import com.brunomnsilva.smartgraph.graph.Vertex;
import com.brunomnsilva.smartgraph.graphview.SmartGraphPanel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import virdi.ui.BenchWindow;
import virdi.ui.PulseMeter;
import virdi.ui.map.BusyWorld;

/**
 * The benchmark's topology in JavaFXSmartGraph, with its automatic layout, measured as the map is: {@code CLIENTS TANKS
 * STREAMS}. Only in the profile {@code bench}, which alone has that library.
 */
public final class SmartGraphFrames {
    private static final int FRAMES = 200;
    /** Its frames can take seconds. */
    private static final long LONGEST_MILLIS = 60_000;

    private static final int WARM_UP = 3;

    private SmartGraphFrames() {}

    /** @param args clients, tanks, streams */
    public static void main(String[] args) {
        Platform.startup(() -> Platform.setImplicitExit(false));
        var world = new BusyWorld(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        PulseMeter meter = BenchWindow.on(() -> {
            var panel = new SmartGraphPanel<>(graph(world));
            var scene = new Scene(panel, BenchWindow.WIDTH, BenchWindow.HEIGHT);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            BenchWindow.size(stage);
            panel.init();
            panel.setAutomaticLayout(true);
            return new PulseMeter(scene);
        });
        long end = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
        List<PulseMeter.Cost> costs = List.of();
        while (costs.size() < FRAMES + WARM_UP && (System.nanoTime() < end || costs.size() <= WARM_UP)) {
            BenchWindow.pause(100);
            costs = BenchWindow.on(meter::costs);
        }
        var figures = new BenchWindow.Figures();
        figures.put("smart", costs.subList(WARM_UP, costs.size()));
        System.out.println(figures);
        Platform.exit();
    }

    private static Graph<String, Integer> graph(BusyWorld world) {
        Graph<String, Integer> graph = new GraphEdgeList<>();
        Map<String, Vertex<String>> nodes = new HashMap<>();
        int pipe = 0;
        for (String[] ends : world.pipes()) {
            graph.insertEdge(
                    nodes.computeIfAbsent(ends[0], graph::insertVertex),
                    nodes.computeIfAbsent(ends[1], graph::insertVertex),
                    pipe++);
        }
        return graph;
    }
}
