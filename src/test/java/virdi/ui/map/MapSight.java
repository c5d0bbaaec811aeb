package virdi.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import virdi.telemetry.StreamView;
import virdi.ui.BenchWindow;
import virdi.ui.Painted;
import virdi.ui.map.content.Valve;
import virdi.ui.map.plane.Box;
import virdi.ui.map.render.TiledCanvas;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.ValvePlace;

/**
 * Tells what is on the map of a window, where, and when it has painted what it is watched for. Made on the FX thread;
 * asked by any other.
 */
public final class MapSight {
    private final Scene scene;
    private final MapView map;

    public MapSight(Scene scene) {
        this.scene = scene;
        map = (MapView) Objects.requireNonNull(scene.getRoot().lookup(".map-view"));
    }

    /** The map. */
    public MapView map() {
        return map;
    }

    /**
     * Completes with the {@link System#nanoTime} at which the first picture with a stream, or without it, is on the
     * screen.
     *
     * @param stream its name on the map
     */
    public CompletableFuture<Long> of(String stream, boolean present) {
        var seen = new CompletableFuture<Long>();
        var met = new AtomicBoolean();
        var pulses = new AtomicInteger();
        Runnable look = () -> {
            // While a hand moves it a pulse takes a frame or paints.
            if (!met.get() && shows(stream) == present && pulses.incrementAndGet() > (showsSnapshot() ? 1 : 0)) {
                met.set(true);
                Painted.then(() -> {}, () -> seen.complete(System.nanoTime()));
            }
        };
        Platform.runLater(() -> scene.addPostLayoutPulseListener(look));
        return seen.whenComplete((at, failed) -> Platform.runLater(() -> scene.removePostLayoutPulseListener(look)));
    }

    /** Whether there is a node of that name. */
    public boolean has(String node) {
        return BenchWindow.on(() -> find(node).isPresent());
    }

    /** Whether a node is not faded: all are, but those searched for. */
    public boolean isFound(String node) {
        return BenchWindow.on(() -> find(node).orElseThrow().isFound());
    }

    /** The rates of a node's last minute as its card shows them, oldest first; none from far. */
    public List<Double> minuteOf(String node) {
        return BenchWindow.on(
                () -> Arrays.stream(find(node).orElseThrow().sparkline().values())
                        .boxed()
                        .toList());
    }

    /** Where a node is on the screen. */
    public Point2D node(String node) {
        return BenchWindow.on(() -> {
            Box box = find(node).orElseThrow().box();
            Camera camera = map.model().camera();
            return map.localToScreen(camera.toScreenX(box.centreX()), camera.toScreenY(box.centreY()));
        });
    }

    /** Where a node's valve is on the screen. */
    public Point2D valve(String node) {
        return BenchWindow.on(() -> {
            ValvePlace place = Objects.requireNonNull(
                    ValvePlace.of(map.model(), find(node).orElseThrow().element()));
            return map.localToScreen(place.x(), place.y());
        });
    }

    /** The pace that a held valve is at, in words; empty when none is held. */
    public String heldAt() {
        return BenchWindow.on(() -> {
            Valve held = map.valves().held();
            return held == null ? "" : held.words(map.valves().pace());
        });
    }

    /** How many consumers would go without, or short, if the held valve were let go. */
    public int concerned() {
        return BenchWindow.on(() -> map.valves().preview().starving().size()
                + map.valves().preview().rationed().size());
    }

    /** How large everything is. */
    public double zoom() {
        return BenchWindow.on(() -> map.model().camera().zoom());
    }

    /** Whether everything is where it belongs, and the view, too; units may flow. */
    public boolean isAtRest() {
        return BenchWindow.on(() -> {
            boolean[] rests = {!map.model().camera().isGliding()};
            map.model()
                    .basins()
                    .forEach(basin ->
                            basin.forEachNode(node -> rests[0] &= node.box().equals(node.place())));
            return rests[0];
        });
    }

    /** What a screen reader says. */
    public String spoken() {
        return BenchWindow.on(() -> (String) map.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private Optional<NodePicture> find(String node) {
        List<NodePicture> found = new ArrayList<>();
        map.model()
                .basins()
                .forEach(basin -> basin.forEachNode(it -> {
                    if (it.node().label().equals(node)) {
                        found.add(it);
                    }
                }));
        return found.stream().findFirst();
    }

    private boolean showsSnapshot() {
        return map.getChildrenUnmodifiable().stream()
                .filter(TiledCanvas.class::isInstance)
                .noneMatch(Node::isVisible);
    }

    private boolean shows(String stream) {
        boolean[] shows = {false};
        map.model()
                .basins()
                .forEach(basin -> basin.forEachNode(node -> {
                    for (StreamView view : node.node().streams()) {
                        shows[0] |= view.label().equals(stream);
                    }
                }));
        return shows[0];
    }
}
