package virdi.app;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import virdi.app.settings.Options;
import virdi.app.settings.Settings;
import virdi.bench.Traffic;
import virdi.telemetry.FrameSource;
import virdi.ui.BenchWindow;
import virdi.ui.PulseMeter;
import virdi.ui.SampleAbout;
import virdi.ui.map.Hand;
import virdi.ui.map.MapView;
import virdi.ui.map.content.MapOrder;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.WindowInfo;

/**
 * Measures a frame of the window while real clients produce and consume: broker, telemetry and window of the program
 * in one process, as it is shipped, and {@link Traffic} in another. {@code java … virdi.app.LiveFrames CLIENTS RESOURCES};
 * prints one line of figures.
 */
public final class LiveFrames {
    private static final long SETTLE_MILLIS = 20_000;
    private static final long WARM_UP_MILLIS = 4_000;
    private static final long MEASURE_MILLIS = 10_000;
    private static final int STEPS_NEARER = 3;

    private static final long LOOK_MILLIS = 5;

    private final BenchWindow.Figures figures = new BenchWindow.Figures();
    private final Scene scene;
    private final FrameSource frames;

    private LiveFrames(Scene scene, FrameSource frames) {
        this.scene = scene;
        this.frames = frames;
    }

    /** @param args clients, resources */
    public static void main(String[] args) throws Exception {
        Options options = new Options();
        options.parser()
                .parseArgs(
                        "--port",
                        "0",
                        "--data-dir",
                        Files.createTempDirectory("virdi-bench").toString());
        Settings settings = options.settings();
        Platform.startup(() -> Platform.setImplicitExit(false));
        try (RunningBroker broker = RunningBroker.start(settings)) {
            Scene scene = BenchWindow.on(() -> {
                var window = new ConsoleWindow(
                        broker.frames(),
                        broker.desk(),
                        new WindowInfo(broker.endpoint(), SampleAbout.SHORT),
                        BenchWindow.NO_DEMO,
                        BenchWindow.forgetful());
                var stage = new Stage();
                window.open(stage);
                BenchWindow.size(stage);
                return window.scene();
            });
            int clients = Integer.parseInt(args[0]);
            var live = new LiveFrames(scene, broker.frames());
            PulseMeter opening = live.meter();
            Process traffic = Traffic.start(broker.port(), clients, Integer.parseInt(args[1]));
            live.measureOpening(opening, 2 * clients);
            live.measure();
            System.out.println(live.figures);
            traffic.destroy();
        }
        System.exit(0);
    }

    private void measure() {
        MapView map = (MapView) Objects.requireNonNull(scene.getRoot().lookup(".map-view"));
        measure("cold", 0);
        BenchWindow.pause(SETTLE_MILLIS);
        measure("live", 0);
        moved("zooming", BenchWindow.on(() -> Hand.zooming(map)));
        BenchWindow.run(() -> {
            for (int step = 0; step < STEPS_NEARER; step++) {
                map.zoomIn();
            }
        });
        measure("nearer", WARM_UP_MILLIS);
        moved("panned", BenchWindow.on(() -> Hand.panning(map)));
        BenchWindow.run(() -> {
            map.fit();
            map.arrangeBy(MapOrder.BY_CLIENT);
        });
        measure("clients", WARM_UP_MILLIS);
    }

    private void moved(String situation, Hand hand) {
        BenchWindow.run(hand::start);
        measure(situation, WARM_UP_MILLIS);
        BenchWindow.run(hand::stop);
    }

    private void measureOpening(PulseMeter meter, int streams) {
        while (frames.latest().streams().size() < streams) {
            BenchWindow.pause(LOOK_MILLIS);
        }
        put("opening", meter);
    }

    private void measure(String situation, long warmUpMillis) {
        PulseMeter meter = meter();
        BenchWindow.pause(warmUpMillis);
        BenchWindow.run(meter::restart);
        BenchWindow.pause(MEASURE_MILLIS);
        put(situation, meter);
    }

    private PulseMeter meter() {
        return BenchWindow.on(() -> new PulseMeter(scene));
    }

    private void put(String situation, PulseMeter meter) {
        List<PulseMeter.Cost> costs = BenchWindow.on(() -> {
            meter.stop();
            return meter.costs();
        });
        figures.put(situation, costs);
    }
}
