package virdi.ui.map;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import virdi.telemetry.StreamView;
import virdi.ui.Painted;

/** Tells when the map of a window has painted what it is watched for. Made on the FX thread; asked by any. */
public final class MapSight {
    private final Scene scene;
    private final MapView map;

    public MapSight(Scene scene) {
        this.scene = scene;
        map = (MapView) Objects.requireNonNull(scene.getRoot().lookup(".map-view"));
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
        Runnable look = () -> {
            if (!met.get() && shows(stream) == present) {
                met.set(true);
                Painted.then(() -> {}, () -> seen.complete(System.nanoTime()));
            }
        };
        Platform.runLater(() -> scene.addPostLayoutPulseListener(look));
        return seen.whenComplete((at, failed) -> Platform.runLater(() -> scene.removePostLayoutPulseListener(look)));
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
