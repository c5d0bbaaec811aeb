package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
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
            Image before = seen(withLevels(order == MapOrder.BY_CLIENT ? crowdByClient() : crowd()));
            StillLayer layer = layer();
            paint(layer);
            for (int pulse = 0; pulse < 10; pulse++) {
                zoom(layer, step);
                assertThat(layer.afterimage().isShown()).isTrue();
                assertThat(layer.afterimage().isVisible()).isTrue();
                assertThat(layer.canvas().isVisible()).isFalse();
            }
            Image afresh = seen(withLevels(afresh()));
            assertThat(unlike(seen(layer), afresh)).isLessThan(unlike(before, afresh) / 2);
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
            Image before = seen(withLevels(crowd()));
            StillLayer layer = layer();
            paint(layer);
            BasinPicture last = List.copyOf(model.basins()).getLast();
            model.pin(Spot.of(last), model.extent().x(), model.extent().y(), nanos);
            for (int pulse = 0; pulse < 12; pulse++) {
                nanos += 16 * MILLI;
                model.advance(nanos);
                layer.paint(model, style, Share.ALL, false, nanos);
                assertThat(layer.afterimage().isShown()).as("pulse %s", pulse).isTrue();
                Image afresh = seen(withLevels(afresh()));
                assertThat(unlike(seen(layer), afresh)).as("pulse %s", pulse).isLessThan(unlike(before, afresh) / 4);
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
                    .filter(AfterimageTest::hasPress)
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
            List<Double> drawn = new ArrayList<>(List.of(layer.canvas().zoom()));
            for (int pulse = 0; pulse < 125; pulse++) {
                zoom(layer, pulse / 10 % 2 == 0 ? 1.011 : 1 / 1.01);
                assertThat(layer.afterimage().isVisible()).isTrue();
                if (layer.canvas().zoom() != drawn.getLast()) {
                    drawn.add(layer.canvas().zoom());
                    assertThat(unlike(seen(layer), seen(withLevels(afresh())))).isZero();
                }
            }
            assertThat(drawn).as("at first, and once in each of two seconds").hasSize(2);
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
    void whatIsEnlargedUntilThereAreFewIsDrawnFromThenOn(FxRobot robot) {
        robot.interact(() -> {
            StillLayer layer = crowd();
            while (Cadence.isMany(model)) {
                zoom(layer, 1.03);
                assertThat(layer.afterimage().isVisible()).isEqualTo(Cadence.isMany(model));
            }
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

    static boolean hasPress(BasinPicture basin) {
        return basin.consumers().stream().anyMatch(node -> node.node().label().contains("press"));
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

    /** Together with what tanks and buffers hold, as an image has it. */
    private StillLayer withLevels(StillLayer layer) {
        layer.canvas().draw(layer.canvas().shown(), (pen, part) -> {
            Easel easel = style.easel(pen, layer.canvas().zoom());
            model.basins().forEach(basin -> MovingLayer.levels(easel, basin, part, nanos));
        });
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

    private static Image seen(StillLayer layer) {
        return (layer.afterimage().isShown() ? layer.afterimage() : layer.canvas()).snapshot(null, null);
    }

    /** How many pixels of what is seen look otherwise than what is drawn. */
    private static long unlike(Image seen, Image drawn) {
        return differences(seen, drawn, UNLIKE).size();
    }

    private static double x(String difference) {
        return Double.parseDouble(difference.substring(0, difference.indexOf(',')));
    }

    private static double y(String difference) {
        return Double.parseDouble(difference.substring(difference.indexOf(',') + 1, difference.indexOf(' ')));
    }
}
