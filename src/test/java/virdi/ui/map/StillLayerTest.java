package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

/** What is mended part by part must look as if all of it were drawn at once. */
@ExtendWith(ApplicationExtension.class)
class StillLayerTest extends StillPixels {
    private static final Share UPPER = Share.of(Set.of(0, 1));
    private static final Share LOWER = Share.of(Set.of(2, 3));

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.45, 0.77, 1.3, 1.8})
    void whatIsMendedLooksAsIfDrawnAnew(double zoom, FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        model.sparks().askOf(world::watch);
        robot.interact(() -> {
            // By then all has the rank that it keeps.
            List.of(0, 200, 400).forEach(tick -> show(world, tick));
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StillLayer layer = layer();
            paint(layer);
            long version = model.changes().any();
            for (int tick = 405; tick <= 600; tick += 5) {
                show(world, tick);
                paint(layer);
            }
            assertThat(model.changes().any())
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
                    model.toggle(Spot.of(basin), nanos);
                } while (basin.isCompact());
                List<NodePicture> folded = new ArrayList<>();
                basin.forEachNode(folded::add);
                folded.removeIf(node -> node.key().fold() == NodeKey.Fold.NONE);
                folded.forEach(node -> model.toggle(Spot.of(node), nanos));
            }
            model.fit(nanos);
            settle();
            StillLayer layer = layer();
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
            StillLayer layer = layer();
            paint(layer);
            long all = model.changes().all();
            BasinPicture basin = model.basins().iterator().next();
            List<Runnable> deeds = List.of(
                    () -> world.consumer("new", "press", "resource-0", FlowState.FLOWING),
                    () -> world.consumer("new", "mill", "resource-3", FlowState.STARVING),
                    () -> model.pin(
                            Spot.of(basin),
                            basin.bounds().x() + 120,
                            basin.bounds().y() + 50,
                            nanos),
                    () -> world.endLast(),
                    () -> model.toggle(Spot.of(basin), nanos),
                    () -> model.pin(Spot.of(basin), -80, -40, nanos));
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
            assertThat(model.changes().any()).as("something moved").isGreaterThan(all + 20);
        });
    }

    @ParameterizedTest
    @EnumSource(MapOrder.class)
    void whatIsMendedByHalvesLooksAsIfMendedAtOnce(MapOrder order, FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        robot.interact(() -> {
            show(world, 0);
            model.arrangeBy(order, nanos);
            settle();
            model.zoomAbout(0.7 / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StillLayer whole = layer();
            StillLayer halves = layer();
            paint(whole);
            paint(halves);
            for (int tick = 1; tick <= 10; tick++) {
                show(world, 20 * tick);
                paint(whole);
                halves.tell();
                assertThat(halves.paint(model, style, UPPER, false, nanos))
                        .as("nothing moved, so no more than a half was drawn")
                        .isEqualTo(UPPER);
                do {
                    nanos += 16 * MILLI;
                    halves.tell();
                    halves.paint(model, style, LOWER, false, nanos);
                    halves.tell();
                    halves.paint(model, style, UPPER, false, nanos);
                } while (halves.isWaiting());
            }
            assertThat(differences(halves, whole)).as("pixels that differ").isEmpty();
        });
    }

    @Test
    void aHalfIsNotDrawnBeforeItsTurn(FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        robot.interact(() -> {
            show(world, 0);
            StillLayer before = layer();
            StillLayer upper = layer();
            paint(before);
            paint(upper);
            for (int tick = 1; tick <= 10; tick++) {
                show(world, 20 * tick);
                nanos += 500 * MILLI;
                upper.tell();
                upper.paint(model, style, UPPER, false, nanos);
            }
            assertThat(upper.isWaiting()).isTrue();
            List<String> differences = differences(upper, before);
            assertThat(differences).as("pixels of the upper half").isNotEmpty();
            assertThat(differences)
                    .allSatisfy(it -> assertThat(Integer.parseInt(it.substring(it.indexOf(',') + 1, it.indexOf(' '))))
                            .isLessThan(HEIGHT / 2 + 2));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.45, 0.77, 1.3, 1.8})
    void whatIsPannedLooksAsIfDrawnAnew(double zoom, FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        model.sparks().askOf(world::watch);
        robot.interact(() -> {
            show(world, 0);
            model.zoomAbout(zoom / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            StillLayer layer = layer();
            paint(layer);
            int tick = 0;
            for (int[] pan : new int[][] {
                {40, 0}, {-70, 90}, {13, -111}, {300, 7}, {-5, -5}, {-900, 60}, {-2, 450}, {1_500, -1_300}
            }) {
                model.pan(pan[0], pan[1]);
                layer.tell();
                layer.paint(model, style, Share.ALL, false, nanos);
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
            StillLayer layer = layer();
            paint(layer);
            for (int step = 1; step <= 120; step++) {
                model.pan(step / 45 % 2 == 0 ? 13 : -11, step / 30 % 2 == 0 ? -7 : 5);
                show(world, step);
                layer.tell();
                layer.paint(model, style, Share.ALL, true, nanos);
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
            StillLayer before = layer();
            StillLayer layer = layer();
            paint(before);
            paint(layer);

            show(world.tank("resource-0", TankState.STEADY, new Forecast(Forecast.Level.FULL, 60)));
            layer.tell();
            layer.paint(model, style, Share.ALL, true, nanos);
            assertThat(differences(layer, before)).isEmpty();
            assertThat(layer.isWaiting()).isTrue();
            layer.paint(model, style, Share.ALL, false, nanos);
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
            StillLayer layer = layer();
            paint(layer);
            show(world.last(FlowState.STARVING));
            assertThat(differences(layer, afresh())).isNotEmpty();
            layer.tell();
            layer.paint(model, style, Share.ALL, true, nanos);
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
            StillLayer layer = layer();
            paint(layer);
            show(world.tank("resource-0", TankState.STEADY));
            paint(layer);
            assertThat(differences(layer, afresh())).as("pixels that differ").isEmpty();
        });
    }

    @Test
    void aChartGoesOnWhereNothingElseChanges(FxRobot robot) {
        var world = new BusyWorld(60, 7, 140);
        model.sparks().askOf(world::watch);
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
            StillLayer layer = layer();
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
