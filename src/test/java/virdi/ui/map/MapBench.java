package virdi.ui.map;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.stage.Stage;
import virdi.telemetry.Frame;
import virdi.ui.BenchWindow;
import virdi.ui.Painted;
import virdi.ui.PulseMeter;
import virdi.ui.StillDesk;
import virdi.ui.kit.Selection;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.paint.MapFonts;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.sign.Theme;

/**
 * What the map costs, in a process of its own: {@code java … virdi.ui.map.MapBench CLIENTS TANKS STREAMS}. A real window,
 * sixty pulses a second, thirty new frames a second in which every figure is another one. Prints one line of figures.
 */
public final class MapBench {
    private static final long WARM_UP_MILLIS = 3_000;
    private static final long MEASURE_MILLIS = 6_000;
    /** The whole window is a lot of code, and the first that runs. */
    private static final long WINDOW_WARM_UP_MILLIS = 15_000;

    private static final int LAYOUTS = 15;
    /** A zoom at which everything is told of what is in view. */
    private static final double NEAR = 1;
    /** So near that charts are drawn. */
    private static final double NEAREST = 1.6;

    private final BusyWorld world;
    private final BenchWindow.Figures figures = new BenchWindow.Figures();

    private MapBench(BusyWorld world) {
        this.world = world;
    }

    /** @param args clients, tanks, streams */
    public static void main(String[] args) {
        Platform.startup(() -> Platform.setImplicitExit(false));
        var world = new BusyWorld(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        var bench = new MapBench(world);
        // First, while no code is warm: so a person meets it.
        bench.window();
        bench.twoLayers("floor.before");
        bench.map();
        bench.twoLayers("floor.after");
        System.out.println(bench.figures);
        Platform.exit();
    }

    /** The whole window as it opens, and its first picture. */
    private void window() {
        Stage stage = BenchWindow.on(Stage::new);
        ConsoleWindow window = BenchWindow.on(() -> {
            var fresh = new ConsoleWindow(
                    world, new StillDesk(), BenchWindow.INFO, BenchWindow.NO_DEMO, BenchWindow.forgetful());
            fresh.open(stage);
            BenchWindow.size(stage);
            return fresh;
        });
        BenchWindow.pause(1_000);
        Scene scene = window.scene();
        MapView map = (MapView) Objects.requireNonNull(scene.getRoot().lookup(".map-view"));
        var shown = new CompletableFuture<Long>();
        Runnable look = () -> {
            if (!map.model().isEmpty() && !shown.isDone()) {
                Painted.then(() -> {}, () -> shown.complete(System.nanoTime()));
            }
        };
        BenchWindow.run(() -> scene.addPostLayoutPulseListener(look));
        world.advance(0);
        long began = System.nanoTime();
        figures.put("first", (shown.join() - began) / 1e6);
        BenchWindow.run(() -> scene.removePostLayoutPulseListener(look));
        ScheduledExecutorService sampler = moving();
        measure("window.cold", scene);
        BenchWindow.pause(WINDOW_WARM_UP_MILLIS);
        measure("window", scene);
        moved("window.zooming", Hand::zooming, map, scene);
        BenchWindow.run(() -> near(map));
        moved("window.panned", Hand::panning, map, scene);
        sampler.shutdownNow();
        BenchWindow.run(stage::close);
    }

    private void twoLayers(String name) {
        TwoLayers layers = BenchWindow.on(TwoLayers::new);
        measure(name, layers.scene());
        BenchWindow.run(layers::close);
    }

    /** The map alone, as large as the whole window. */
    private void map() {
        figures.put("layout", BenchWindow.on(this::layoutMillis));
        MapView view = BenchWindow.on(() -> MapViews.view(new Selection<>(), targets -> new ContextMenu()));
        view.onAsk(world::watch);
        AnimationTimer pump = BenchWindow.on(() -> pump(view));
        Stage stage = BenchWindow.on(Stage::new);
        Scene scene = BenchWindow.on(() -> {
            var fresh = new Scene(view);
            Theme.DARK.applyTo(fresh);
            stage.setScene(fresh);
            stage.show();
            BenchWindow.size(stage);
            pump.start();
            return fresh;
        });
        ScheduledExecutorService sampler = moving();
        measure("folded", scene);
        moved("zooming", Hand::zooming, view, scene);
        BenchWindow.run(() -> near(view));
        measure("zoomed", scene);
        moved("zoomed.panned", Hand::panning, view, scene);
        BenchWindow.run(() -> zoom(view, NEAREST));
        measure("charts", scene);
        BenchWindow.run(view::fit);
        BenchWindow.run(() -> unfold(view.model()));
        measure("whole", scene);
        moved("panned", Hand::panning, view, scene);
        moved("whole.zooming", Hand::zooming, view, scene);
        figures.put("pipes", BenchWindow.on(() -> (double) pipes(view)));
        figures.put("zoom", BenchWindow.on(() -> view.model().camera().zoom()));
        BenchWindow.run(() -> near(view));
        measure("near", scene);
        byClient(view, scene);
        sampler.shutdownNow();
        System.gc();
        figures.put(
                "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        BenchWindow.run(() -> {
            pump.stop();
            stage.close();
        });
    }

    /** The same with a card for each client: first those alike as one, then every one. */
    private void byClient(MapView view, Scene scene) {
        figures.put("clients.layout", ByClientLayouts.medianMillis(world.latest(), false));
        figures.put("clients.whole.layout", ByClientLayouts.medianMillis(world.latest(), true));
        BenchWindow.run(() -> view.arrangeBy(MapOrder.BY_CLIENT));
        measure("clients", scene);
        BenchWindow.run(() -> ByClientLayouts.unfold(view.model()));
        measure("clients.whole", scene);
        moved("clients.zooming", Hand::zooming, view, scene);
        BenchWindow.run(() -> near(view));
        measure("clients.near", scene);
    }

    private AnimationTimer pump(MapView view) {
        return new AnimationTimer() {
            private Frame shown = Frame.EMPTY;

            @Override
            @SuppressWarnings("ReferenceEquality") // a new instance is a new frame
            public void handle(long nanos) {
                Frame latest = world.latest();
                if (latest != shown) {
                    shown = latest;
                    view.show(latest);
                }
                view.pulse(nanos);
            }
        };
    }

    /** Lets the world move on a thread of its own, as the sampler does. */
    private ScheduledExecutorService moving() {
        var tick = new AtomicLong(world.latest().sequence());
        ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("bench-sampler").factory());
        var unused = sampler.scheduleAtFixedRate(
                () -> world.advance(tick.getAndIncrement()), 0, 33_333, TimeUnit.MICROSECONDS);
        return sampler;
    }

    private void moved(String situation, Function<MapView, Hand> by, MapView view, Scene scene) {
        Hand hand = BenchWindow.on(() -> by.apply(view));
        BenchWindow.run(hand::start);
        measure(situation, scene);
        BenchWindow.run(hand::stop);
    }

    private void measure(String situation, Scene scene) {
        PulseMeter meter = BenchWindow.on(() -> new PulseMeter(scene));
        BenchWindow.pause(WARM_UP_MILLIS);
        BenchWindow.run(meter::restart);
        BenchWindow.pause(MEASURE_MILLIS);
        List<PulseMeter.Cost> costs = BenchWindow.on(() -> {
            meter.stop();
            return meter.costs();
        });
        figures.put(situation, costs);
    }

    /** The median time to sort, fold and lay out a frame from nothing. */
    private double layoutMillis() {
        MapFonts fonts = new MapFonts();
        double[] millis = new double[LAYOUTS];
        for (int i = 0; i < LAYOUTS; i++) {
            MapViewModel model = MapViews.model(fonts::whyWidth);
            long began = System.nanoTime();
            model.resize(BenchWindow.WIDTH, BenchWindow.HEIGHT, 0);
            model.show(world.latest(), 0);
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[LAYOUTS / 2];
    }

    private static void near(MapView view) {
        zoom(view, NEAR);
    }

    private static void zoom(MapView view, double zoom) {
        double factor = zoom / view.model().camera().zoom();
        view.model().zoomAbout(factor, view.getWidth() / 2, view.getHeight() / 2);
    }

    /** Gives every stream a card and a pipe of its own, however small, with all of it in view. */
    public static void unfold(MapViewModel model) {
        for (BasinPicture basin : List.copyOf(model.basins())) {
            // One that is large by itself is told so, too, for it could become small again.
            do {
                model.toggle(basin.element(), 0);
            } while (basin.isCompact());
        }
        for (BasinPicture basin : List.copyOf(model.basins())) {
            List<NodePicture> nodes = new ArrayList<>();
            basin.forEachNode(nodes::add);
            for (NodePicture node : nodes) {
                if (node.key().fold() != NodeKey.Fold.NONE) {
                    model.toggle(node.element(), 0);
                }
            }
        }
        model.fit(0);
    }

    private static long pipes(MapView view) {
        long[] pipes = {0};
        view.model().basins().forEach(basin -> basin.forEachNode(node -> pipes[0]++));
        return pipes[0];
    }
}
