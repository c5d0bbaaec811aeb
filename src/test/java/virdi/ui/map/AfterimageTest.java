package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.telemetry.FlowState;
import virdi.ui.kit.Selection;

/** What is seen of a crowded picture while all of it is on its way. */
@ExtendWith(ApplicationExtension.class)
class AfterimageTest extends StillPixels {
    /** A pixel is another one from there on. */
    private static final int UNLIKE = 48;

    private final MapWorld world = MapWorld.of(12, 4, 8, FlowState.FLOWING);

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @ParameterizedTest
    @CsvSource({"BY_RESOURCE, 1.03", "BY_RESOURCE, 0.97", "BY_CLIENT, 1.03", "BY_CLIENT, 0.97"})
    void aZoomShowsWhatWasDrawnUntilItRests(MapOrder order, double step, FxRobot robot) {
        robot.interact(() -> {
            StillLayer before = order == MapOrder.BY_CLIENT ? crowdByClient() : crowd();
            StillLayer layer = layer();
            paint(layer);
            for (int pulse = 0; pulse < 10; pulse++) {
                zoom(layer, step);
                assertThat(layer.afterimage().isShown()).isTrue();
                assertThat(layer.afterimage().isVisible()).isTrue();
                assertThat(layer.canvas().isVisible()).isFalse();
            }
            assertThat(unlike(layer, afresh())).isLessThan(unlike(before, afresh()) / 2);
            paint(layer);
            assertThat(layer.afterimage().isVisible()).isFalse();
            assertThat(layer.canvas().isVisible()).isTrue();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void itRestsOnlyOnceTheHandDoes(FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            zoom(layer, 1.1);
            wait(layer, 100);
            assertThat(layer.afterimage().isShown()).isTrue();
            zoom(layer, 1.1);
            wait(layer, 100);
            assertThat(layer.afterimage().isShown()).isTrue();
            wait(layer, 30);
            assertThat(layer.afterimage().isShown()).isFalse();
        });
    }

    @Test
    void basinsThatGlideAreShownWhereTheyAreByThen(FxRobot robot) {
        robot.interact(() -> {
            StillLayer before = crowd();
            StillLayer layer = layer();
            paint(layer);
            BasinPicture last = List.copyOf(model.basins()).getLast();
            model.pin(Spot.of(last), model.extent().x(), model.extent().y(), nanos);
            for (int pulse = 0; pulse < 12; pulse++) {
                nanos += 16 * MILLI;
                model.advance(nanos);
                layer.paint(model, style, Share.ALL, false, nanos);
                assertThat(layer.afterimage().isShown()).as("pulse %s", pulse).isTrue();
                assertThat(unlike(layer, afresh())).as("pulse %s", pulse).isLessThan(unlike(before, afresh()) / 4);
            }
            nanos += Glide.NANOS;
            model.advance(nanos);
            layer.paint(model, style, Share.ALL, false, nanos);
            layer.paint(model, style, Share.ALL, false, nanos);
            assertThat(layer.afterimage().isShown())
                    .as("once they have arrived")
                    .isFalse();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void aGlideToAnotherViewEndsWhereItArrives(FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            model.zoomAbout(1.5, 0, 0);
            paint(layer);
            model.fit(nanos);
            for (int pulse = 0; pulse < 15; pulse++) {
                nanos += 16 * MILLI;
                model.advance(nanos);
                layer.paint(model, style, Share.ALL, false, nanos);
                assertThat(layer.afterimage().isShown()).as("pulse %s", pulse).isTrue();
            }
            nanos += 16 * MILLI;
            model.advance(nanos);
            layer.paint(model, style, Share.ALL, false, nanos);
            assertThat(layer.afterimage().isShown()).as("once it has arrived").isFalse();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void whatComesMeanwhileIsDrawnAsItIs(FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            zoom(layer, 1.02);
            // In its place, so that the tank stays where it is.
            world.endLast();
            world.consumer("new", "press", "resource-11", FlowState.STARVING);
            model.show(world.frame(1), nanos);
            nanos += Glide.NANOS;
            model.advance(nanos);
            layer.paint(model, style, Share.ALL, false, nanos);
            assertThat(layer.afterimage().isShown()).isTrue();
            BasinPicture basin = model.basins().stream()
                    .filter(it -> it.consumers().stream()
                            .anyMatch(node -> node.node().label().contains("press")))
                    .findFirst()
                    .orElseThrow();
            Box box = model.camera().toScreen(basin.bounds());
            StillLayer afresh = afresh();
            assertThat(differences(layer.afterimage(), afresh.canvas(), ALIKE))
                    .as("pixels of the basin it came to")
                    .noneMatch(it -> box.contains(x(it), y(it)));
        });
    }

    @Test
    void whatIsSearchedForMeanwhileIsShownAtOnce(FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            zoom(layer, 1.02);
            model.find("resource-3");
            layer.paint(model, style, Share.ALL, false, nanos);
            assertThat(layer.afterimage().isVisible()).isFalse();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void whatGoesOnForLongIsDrawnNowAndThen(FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            int drawn = 0;
            for (int pulse = 0; pulse < 125; pulse++) {
                zoom(layer, pulse / 10 % 2 == 0 ? 1.01 : 1 / 1.01);
                drawn += layer.afterimage().isShown() ? 0 : 1;
            }
            assertThat(drawn).as("in two seconds").isBetween(1, 2);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.6, 0.38})
    void whatIsFarFromItsSizeIsDrawn(double factor, FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            zoom(layer, factor);
            assertThat(layer.afterimage().isShown()).isFalse();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void aPictureOfFewIsDrawnInEveryPulse(FxRobot robot) {
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            show(MapWorld.of(7, 2, 3, FlowState.FLOWING));
            StillLayer layer = layer();
            paint(layer);
            zoom(layer, 1.1);
            assertThat(layer.afterimage().isShown()).isFalse();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    /** Between pulses a view draws when it is laid out, and goes on with pulses until all is drawn. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aViewDrawsItselfWhenTheHandRests(boolean still, FxRobot robot) {
        robot.interact(() -> {
            MapView view = crowdedView();
            view.hold(still);
            pulses(view, 2);
            view.zoomIn();
            view.layout();
            assertThat(afterimage(view).isShown()).isTrue();
            assertThat(liquids(view)).isNotEmpty().allMatch(AfterimageTest::isBlue);
            pulses(view, 4);
            assertThat(afterimage(view).isShown()).isTrue();
            assertThat(liquids(view)).allMatch(AfterimageTest::isBlue);
            pulses(view, 6);
            assertThat(afterimage(view).isShown()).isFalse();
            assertThat(liquids(view)).as("on a layer of their own").allMatch(AfterimageTest::isBlue);
        });
    }

    @Test
    void aFrameWaitsWhileAHandZoomsButNotForLong(FxRobot robot) {
        robot.interact(() -> {
            MapView view = crowdedView();
            view.zoomIn();
            pulses(view, 1);
            world.consumer("new", "press", "resource-0", FlowState.STARVING);
            view.show(world.frame(2));
            pulses(view, 3);
            assertThat(hasPress(view)).as("while it may go on").isFalse();
            pulses(view, 8);
            assertThat(hasPress(view)).as("when the hand rests").isTrue();

            pulses(view, 30);
            world.endLast();
            view.zoomOut();
            pulses(view, 1);
            view.show(world.frame(3));
            zoomToAndFro(view, 25);
            assertThat(hasPress(view)).as("after less than a second").isTrue();
            zoomToAndFro(view, 8);
            assertThat(hasPress(view)).as("after a second").isFalse();
        });
    }

    private void zoomToAndFro(MapView view, int times) {
        for (int time = 0; time < times; time++) {
            view.zoomOut();
            pulses(view, 1);
            view.zoomIn();
            pulses(view, 1);
        }
    }

    private static boolean hasPress(MapView view) {
        return view.model().basins().stream()
                .flatMap(basin -> basin.consumers().stream())
                .anyMatch(node -> node.node().label().contains("press"));
    }

    private MapView crowdedView() {
        var view = new MapView(new Selection<>(), targets -> new ContextMenu());
        pane.getChildren().add(view);
        view.setManaged(false);
        view.resize(WIDTH, HEIGHT);
        view.show(world.frame(1));
        pane.applyCss();
        view.layout();
        pulses(view, 60);
        MapBench.unfold(view.model());
        pulses(view, 60);
        return view;
    }

    private static boolean isBlue(Color color) {
        return color.getBlue() > 0.5 && color.getRed() < 0.3;
    }

    /** The colours above the bottoms of tanks. */
    private static List<Color> liquids(MapView view) {
        PixelReader pixels = view.snapshot(null, null).getPixelReader();
        return view.model().basins().stream()
                .map(basin -> view.model().camera().toScreen(basin.tank()))
                .filter(tank -> new Box(0, 0, WIDTH, HEIGHT).contains(tank))
                .map(tank -> pixels.getColor((int) tank.centreX(), (int) (tank.bottom() - 0.1 * tank.height())))
                .toList();
    }

    private static Afterimage afterimage(MapView view) {
        return view.getChildrenUnmodifiable().stream()
                .filter(Afterimage.class::isInstance)
                .map(Afterimage.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void pulses(MapView view, int pulses) {
        for (int pulse = 0; pulse < pulses; pulse++) {
            nanos += 16 * MILLI;
            view.pulse(nanos);
        }
    }

    /** More nodes than are drawn anew in a pulse. */
    private StillLayer crowd() {
        model.resize(WIDTH, HEIGHT, nanos);
        show(world);
        MapBench.unfold(model);
        return settled();
    }

    private StillLayer crowdByClient() {
        model.arrangeBy(MapOrder.BY_CLIENT, nanos);
        show(new BusyWorld(300, 12, 600), 1);
        return settled();
    }

    private StillLayer settled() {
        settle();
        StillLayer layer = layer();
        paint(layer);
        return layer;
    }

    private void zoom(StillLayer layer, double factor) {
        nanos += 16 * MILLI;
        model.zoomAbout(factor, WIDTH / 2.0, HEIGHT / 2.0);
        layer.paint(model, style, Share.ALL, false, nanos);
    }

    private void wait(StillLayer layer, long millis) {
        nanos += millis * MILLI;
        layer.paint(model, style, Share.ALL, false, nanos);
    }

    /** How many pixels of what is seen look otherwise than what is drawn. */
    private static long unlike(StillLayer seen, StillLayer drawn) {
        boolean shown = seen.afterimage().isShown();
        return differences(shown ? seen.afterimage() : seen.canvas(), drawn.canvas(), UNLIKE)
                .size();
    }

    private static double x(String difference) {
        return Double.parseDouble(difference.substring(0, difference.indexOf(',')));
    }

    private static double y(String difference) {
        return Double.parseDouble(difference.substring(difference.indexOf(',') + 1, difference.indexOf(' ')));
    }
}
