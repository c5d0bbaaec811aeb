package virdi.ui.map.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.ResourceId;
import virdi.telemetry.FlowState;
import virdi.telemetry.Forecast;
import virdi.telemetry.Frame;
import virdi.telemetry.TankState;
import virdi.ui.Picks;
import virdi.ui.map.BusyWorld;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.NodePicture;

/** What is mended part by part must look as if all of it were drawn at once. */
@ExtendWith(ApplicationExtension.class)
public class StaticLayerTest extends StaticPixels {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.45, 0.77, 1.3, 1.8})
    void whatIsMendedLooksAsIfDrawnAnew(double zoom, FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        model.sparklines().askOf(world::watch);
        robot.interact(() -> {
            // By then all has the rank that it keeps.
            List.of(0, 200, 400).forEach(tick -> show(world, tick));
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StaticLayer layer = layer();
            paint(layer);
            long version = model.version().any();
            for (int tick = 405; tick <= 600; tick += 5) {
                show(world, tick);
                paint(layer);
            }
            assertThat(model.version().any())
                    .as("nothing moved, so nothing was drawn anew")
                    .isEqualTo(version);
            assertThat(differences(layer, afresh())).as("pixels that differ").isEmpty();
        });
    }

    /** More reaches into what has changed than is drawn in one pulse. */
    @Test
    void whatIsMendedAmongManyPipesLooksAsIfDrawnAnew(FxRobot robot) {
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            model.show(crowded(FlowState.FLOWING).frame(1), nanos);
            for (BasinPicture basin : List.copyOf(model.basins())) {
                do {
                    model.toggle(basin.element(), nanos);
                } while (basin.isCompact());
                List<NodePicture> folded = new ArrayList<>();
                basin.forEachNode(folded::add);
                folded.removeIf(node -> node.key().fold() == NodeKey.Fold.NONE);
                folded.forEach(node -> model.toggle(node.element(), nanos));
            }
            model.fit(nanos);
            settle();
            StaticLayer layer = layer();
            paint(layer);
            model.show(crowded(FlowState.THROTTLED).frame(1), nanos);
            settle();
            paint(layer);
            assertThat(differences(layer, afresh()))
                    .as("but where dozens of lines are cut in one pixel")
                    .hasSizeLessThan(10);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.45, 0.77, 1.3})
    void whatMovesLooksAsIfDrawnAnew(double zoom, FxRobot robot) {
        MapWorld world = MapWorld.of(7, 2, 3, FlowState.FLOWING);
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            model.show(world.frame(1), nanos);
            model.advance(nanos);
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StaticLayer layer = layer();
            paint(layer);
            long all = model.version().whole();
            BasinPicture basin = model.basins().iterator().next();
            List<Runnable> deeds = List.of(
                    () -> world.consumer("new", "press", "resource-0", FlowState.FLOWING),
                    () -> world.consumer("new", "mill", "resource-3", FlowState.STARVING),
                    () -> model.pin(
                            basin.element(),
                            basin.bounds().x() + 120,
                            basin.bounds().y() + 50,
                            nanos),
                    () -> world.endLast(),
                    () -> model.toggle(basin.element(), nanos),
                    () -> model.pin(basin.element(), -80, -40, nanos));
            for (Runnable deed : deeds) {
                deed.run();
                model.show(world.frame(1), nanos);
                for (int pulse = 0; pulse < 12; pulse++) {
                    nanos += 33 * MILLI;
                    model.advance(nanos);
                    paint(layer);
                    if (pulse % 4 == 1) {
                        assertThat(differences(layer, afresh()))
                                .as("pixels that differ")
                                .isEmpty();
                    }
                }
                assertThat(differences(layer, afresh()))
                        .as("pixels that differ")
                        .isEmpty();
            }
            assertThat(model.version().any()).as("something moved").isGreaterThan(all + 20);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.45, 0.77, 1.3, 1.8})
    void whatIsPannedLooksAsIfDrawnAnew(double zoom, FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        model.sparklines().askOf(world::watch);
        robot.interact(() -> {
            show(world, 0);
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StaticLayer layer = layer();
            paint(layer);
            int tick = 0;
            for (int[] pan : new int[][] {
                {40, 0}, {-70, 90}, {13, -111}, {300, 7}, {-5, -5}, {-900, 60}, {-2, 450}, {1_500, -1_300}
            }) {
                model.pan(pan[0], pan[1]);
                layer.invalidate();
                layer.paint(model, style, nanos);
                show(world, ++tick);
                paint(layer);
                assertThat(differences(layer, afresh()))
                        .as("pixels that differ after %s", Arrays.toString(pan))
                        .isEmpty();
            }
        });
    }

    /** What comes into view is drawn ahead, tile by tile in other pulses, while cards and tanks change. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.77, 1.8})
    void whatIsPannedByALittleAtATimeLooksAsIfDrawnAnew(double zoom, FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        robot.interact(() -> {
            show(world, 0);
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StaticLayer layer = layer();
            paint(layer);
            for (int step = 1; step <= 120; step++) {
                model.pan(step / 45 % 2 == 0 ? 13 : -11, step / 30 % 2 == 0 ? -7 : 5);
                show(world, step);
                policy.moved(nanos);
                layer.invalidate();
                layer.paint(model, style, nanos);
                if (step % 20 == 0) {
                    paint(layer);
                    assertThat(differences(layer, afresh()))
                            .as("pixels that differ after %s steps", step)
                            .isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whileAHandMovesThePictureFiguresWait(MapOrder order, FxRobot robot) {
        MapWorld world = MapWorld.of(1, 2, 2, FlowState.FLOWING);
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            model.arrangeBy(order, nanos);
            show(world);
            StaticLayer before = layer();
            StaticLayer layer = layer();
            paint(before);
            paint(layer);

            show(world.tank("resource-0", TankState.STEADY, new Forecast(Forecast.Level.FULL, 60)));
            policy.moved(nanos);
            layer.invalidate();
            layer.paint(model, style, nanos);
            assertThat(differences(layer, before)).isEmpty();
            assertThat(layer.isWaiting()).isTrue();
            nanos += 120 * MILLI;
            layer.paint(model, style, nanos);
            assertThat(differences(layer, before)).as("once the hand rests").isNotEmpty();
            assertThat(layer.isWaiting()).isFalse();
        });
    }

    @Test
    void whileAHandMovesThePictureStatesAreDrawnAtOnce(FxRobot robot) {
        MapWorld world = MapWorld.of(1, 2, 2, FlowState.FLOWING);
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            show(world);
            StaticLayer layer = layer();
            paint(layer);
            show(world.last(FlowState.STARVING));
            assertThat(differences(layer, afresh())).isNotEmpty();
            layer.invalidate();
            layer.paint(model, style, nanos);
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1.3, 1.57, 1.83, 2.4})
    void aSentenceThatIsNotDueAnyMoreLeavesNothing(double zoom, FxRobot robot) {
        MapWorld world = MapWorld.of(1, 1, 2, FlowState.FLOWING);
        var why = MapWorld.empty(new ResourceId("resource-0"));
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            show(world.tank("resource-0", TankState.EMPTY, why));
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StaticLayer layer = layer();
            paint(layer);
            show(world.tank("resource-0", TankState.STEADY));
            paint(layer);
            assertThat(differences(layer, afresh())).as("pixels that differ").isEmpty();
        });
    }

    @Test
    void aChartGoesOnWhereNothingElseChanges(FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        model.sparklines().askOf(world::watch);
        robot.interact(() -> {
            show(world, 0);
            model.zoomAbout(2 / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            NodePicture card = model.basins().stream()
                    .filter(basin -> !basin.isCompact())
                    .map(basin -> basin.consumers().getFirst())
                    .findFirst()
                    .orElseThrow();
            model.centre(card.box().centreX(), card.box().centreY());
            show(world, 1);
            show(world, 2);
            StaticLayer layer = layer();
            paint(layer);
            Frame frame = world.latest();
            world.advance(200);
            model.show(Picks.withPastOf(world.latest(), frame), nanos);
            settle();
            paint(layer);
            assertThat(differences(layer, afresh())).as("pixels that differ").isEmpty();
        });
    }

    /** Two tanks with many pipes each, of which some are in a state. */
    private static MapWorld crowded(FlowState some) {
        MapWorld world = MapWorld.of(2, 1, 64, FlowState.FLOWING);
        for (int i = 0; i < 12; i++) {
            world.consumer("mill-" + i, "wheel", "resource-" + i % 2, some);
        }
        return world;
    }
}
