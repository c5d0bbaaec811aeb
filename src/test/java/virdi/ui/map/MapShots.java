package virdi.ui.map;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.StreamView;
import virdi.telemetry.TankState;
import virdi.ui.Picks;
import virdi.ui.SampleWorld;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Selection;
import virdi.ui.kit.pen.Png;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.Side;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.map.valve.ValveModel;
import virdi.ui.sign.Theme;

/** Draws the map's pictures into a folder, to be looked at: {@code java … virdi.ui.map.MapShots FOLDER}. */
public final class MapShots {
    private MapShots() {}

    /** @param args the folder */
    public static void main(String[] args) {
        Application.launch(Shots.class, args);
    }

    /** Needs a screen, or {@code -Dglass.platform=Headless}. */
    public static final class Shots extends Application {
        private static final long SECOND = 1_000_000_000L;

        @Override
        public void start(Stage stage) throws IOException {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            for (Theme theme : Theme.values()) {
                String name = theme.name().toLowerCase(Locale.ROOT);
                shot(folder.resolve("factory-" + name + ".png"), theme, SampleWorld.factory(), 1044, 768, "", 0);
            }
            for (Theme theme : Theme.values()) {
                String name = theme.name().toLowerCase(Locale.ROOT);
                valve(folder.resolve("valve-inflow-" + name + ".png"), theme, "copper", Side.PRODUCER, 0, 0.42);
                valve(folder.resolve("valve-fold-" + name + ".png"), theme, "copper", Side.CONSUMER, 2, 0.3);
            }
            valve(folder.resolve("valve-paused.png"), Theme.DARK, "coal", Side.CONSUMER, 0, 2);
            valve(folder.resolve("valve-crowd.png"), Theme.LIGHT, "power", Side.CONSUMER, 0, 0.5);
            bound(folder.resolve("valve-bound.png"), Theme.DARK, 0);
            bound(folder.resolve("valve-bound-lifted.png"), Theme.LIGHT, 2);
            shot(folder.resolve("selected.png"), Theme.DARK, SampleWorld.factory(), 1044, 768, "", 4);
            shot(folder.resolve("found.png"), Theme.LIGHT, SampleWorld.factory(), 1044, 768, "starving", 0);
            shot(folder.resolve("small.png"), Theme.DARK, SampleWorld.factory(), 640, 560, "", 0);
            shot(folder.resolve("large.png"), Theme.DARK, SampleWorld.large(1_000, 2_000), 1044, 768, "", 0);
            shot(folder.resolve("medium.png"), Theme.LIGHT, SampleWorld.large(40, 300), 1044, 768, "", 0);
            for (double zoom : new double[] {1, 0.5, 0.25}) {
                tanks(folder.resolve("tanks-" + Math.round(zoom * 100) + ".png"), zoom);
            }
            for (double zoom : new double[] {1.3, 1.625, 2.2, 3}) {
                for (MapOrder order : MapOrder.values()) {
                    String name = "near-" + order.name().toLowerCase(Locale.ROOT) + "-" + Math.round(zoom * 100);
                    near(folder.resolve(name + ".png"), zoom == 2.2 ? Theme.LIGHT : Theme.DARK, order, zoom);
                }
            }
            saved(folder, "saved-dark", Theme.DARK, SampleWorld.factory());
            saved(folder, "saved-light", Theme.LIGHT, SampleWorld.factory());
            saved(folder, "saved-large", Theme.DARK, SampleWorld.large(1_000, 2_000));
            Platform.exit();
        }

        /** Levels from nothing to three times the capacity, rising and falling, in both forms. */
        private static void tanks(Path file, double zoom) throws IOException {
            double[] shares = {0, 0.03, 0.4, 0.75, 1, 1.004, 1.1, 2, 3, 12};
            double[] gains = {0, 60, -120, 12_345, 0, -30, 1_250, -1_250, 4, -4};
            MapWorld world = new MapWorld();
            for (int i = 0; i < shares.length; i++) {
                TankState state = shares[i] >= 1
                        ? TankState.FULL
                        : gains[i] > 0 ? TankState.FILLING : gains[i] < 0 ? TankState.DRAINING : TankState.EMPTY;
                world.tank("tank-" + i, state, shares[i], gains[i], null)
                        .producer("mine", "tank-" + i, FlowState.FLOWING)
                        .consumer("works", "user", "tank-" + i, FlowState.FLOWING);
            }
            MapView view = MapViews.view(new Selection<>(), targets -> new ContextMenu());
            Scene scene = new Scene(view, 1044, 768);
            Theme theme = zoom == 0.5 ? Theme.LIGHT : Theme.DARK;
            theme.applyTo(scene);
            view.show(world.frame(0));
            scene.snapshot(null);
            List.copyOf(view.model().basins())
                    .subList(0, 5)
                    .forEach(basin -> view.model().toggle(basin.element(), 0));
            scene.snapshot(null);
            view.model().fit(0);
            view.pulse(SECOND);
            view.pulse(2 * SECOND);
            view.model().zoomAbout(zoom / view.model().camera().zoom(), 522, 384);
            view.pulse(3 * SECOND);
            Png.write(scene.snapshot(null), file);
        }

        /** So near that charts stand in cards and tanks. */
        private static void near(Path file, Theme theme, MapOrder order, double zoom) throws IOException {
            SampleWorld world = SampleWorld.factory();
            MapView view = MapViews.view(new Selection<>(), targets -> new ContextMenu());
            view.onAsk(world::watch);
            Scene scene = new Scene(view, 1044, 768);
            theme.applyTo(scene);
            view.show(world.at(0));
            scene.snapshot(null);
            view.arrangeBy(order);
            view.pulse(SECOND);
            view.pulse(2 * SECOND);
            view.model().zoomAbout(zoom / view.model().camera().zoom(), 300, 384);
            for (int second = 3; second < 6; second++) {
                view.show(world.at(second * 1000L));
                view.pulse(second * SECOND);
            }
            Png.write(scene.snapshot(null), file);
        }

        /** Saves a map as a person would, beside a picture of the window, and tells how long the window stood still. */
        private static void saved(Path folder, String name, Theme theme, SampleWorld world) throws IOException {
            MapView view = MapViews.view(new Selection<>(), targets -> new ContextMenu());
            Scene scene = new Scene(view, 1044, 768);
            theme.applyTo(scene);
            view.show(world.at(0));
            scene.snapshot(null);
            view.show(world.at(5_000));
            view.pulse(5 * SECOND);
            view.pulse(6 * SECOND);
            Png.write(scene.snapshot(null), folder.resolve(name + "-window.png"));
            SaveAs here = (question, content) -> {
                long longest = 0;
                long began = System.nanoTime();
                Path file = folder.resolve(name + question.ending());
                try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    long start = System.nanoTime();
                    for (var pieces = content.get(); pieces.hasNext(); start = System.nanoTime()) {
                        SaveAs.Piece piece = pieces.next();
                        longest = Math.max(longest, System.nanoTime() - start);
                        piece.writeTo(out);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s: longest turn %d ms, %d ms in all, %d kB",
                        file.getFileName(),
                        longest / 1_000_000,
                        (System.nanoTime() - began) / 1_000_000,
                        file.toFile().length() / 1_000));
            };
            view.saveSvg(here);
            view.savePng(here);
        }

        /** A valve of a basin's side, dragged down by a share of its scale. */
        private static void valve(Path file, Theme theme, String resource, Side side, int row, double down)
                throws IOException {
            SampleWorld world = SampleWorld.factory();
            MapView view = MapViews.view(new Selection<>(), targets -> new ContextMenu());
            view.onTurn(commands -> {});
            Scene scene = new Scene(view, 1044, 768);
            theme.applyTo(scene);
            view.show(world.at(0));
            scene.snapshot(null);
            for (int second = 1; second < 5; second++) {
                view.show(world.at(second * 1000L));
                view.pulse(second * SECOND);
            }
            BasinPicture basin = Objects.requireNonNull(view.model().basin(new ResourceId(resource)));
            NodePicture node = (side == Side.PRODUCER ? basin.producers() : basin.consumers()).get(row);
            view.valves().take(node.element(), ValveModel.ValveState.DRAGGED);
            view.valves().drag(-down * ValveModel.TRAVEL_PIXELS, false);
            view.repaint();
            view.pulse(6 * SECOND);
            view.pulse(7 * SECOND);
            Png.write(scene.snapshot(null), file);
        }

        /** A valve that a throttle on its whole client holds: pointed at, or dragged up. */
        private static void bound(Path file, Theme theme, double up) throws IOException {
            MapView view = MapViews.view(new Selection<>(), targets -> new ContextMenu());
            view.onTurn(commands -> {});
            Scene scene = new Scene(view, 1044, 768);
            theme.applyTo(scene);
            view.show(Picks.withRules(
                    SampleWorld.factory().at(1_000),
                    new OperatorRule.Throttled(Picks.client("factory-a"), new Pace(60), null)));
            scene.snapshot(null);
            view.pulse(SECOND);
            view.pulse(2 * SECOND);
            MapElement element = Objects.requireNonNull(view.model().basin(new ResourceId("coal")))
                    .consumers()
                    .getFirst()
                    .element();
            ValvePlace place = Objects.requireNonNull(ValvePlace.of(view.model(), element));
            if (up > 0) {
                view.valves().take(element, ValveModel.ValveState.DRAGGED);
                view.valves().drag(up * ValveModel.TRAVEL_PIXELS, false);
                view.repaint();
            } else {
                view.fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        place.x(),
                        place.y(),
                        place.x(),
                        place.y(),
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
            }
            view.pulse(3 * SECOND);
            Png.write(scene.snapshot(null), file);
        }

        private static void shot(
                Path file, Theme theme, SampleWorld world, double width, double height, String find, long stream)
                throws IOException {
            Selection<Target> selection = new Selection<>();
            MapView view = MapViews.view(selection, targets -> new ContextMenu());
            Scene scene = new Scene(view, width, height);
            theme.applyTo(scene);
            view.show(world.at(0));
            scene.snapshot(null);
            for (int second = 1; second < 5; second++) {
                view.show(world.at(second * 1000L));
                view.pulse(second * SECOND);
            }
            view.find(find);
            if (stream > 0) {
                for (StreamView one : world.latest().streams()) {
                    if (one.id().equals(new StreamId(stream))) {
                        selection.selectAll(Set.of(new Target.OneStream(one.id())));
                    }
                }
            }
            view.pulse(6 * SECOND);
            view.pulse(7 * SECOND);
            Png.write(scene.snapshot(null), file);
        }
    }
}
