package virdi.ui.map.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
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
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.map.BusyWorld;
import virdi.ui.map.MapBench;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.paint.PaintContext;

/** The static layer of a crowded picture while a hand zooms it. */
@ExtendWith(ApplicationExtension.class)
public class ZoomSnapshotTest extends StaticPixels {
    /** From that difference on two pixels look different. */
    private static final int UNLIKE = 48;

    private final MapWorld world = MapWorld.of(12, 4, 8, FlowState.FLOWING);

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @ParameterizedTest
    @CsvSource({"BY_RESOURCE, 1.03", "BY_RESOURCE, 0.97", "BY_CLIENT, 1.03", "BY_CLIENT, 0.97"})
    void aZoomShowsTheImageScaledUntilTheHandRests(MapOrder order, double step, FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = order == MapOrder.BY_CLIENT ? crowdByClient() : crowd();
            Image before = layer.canvas().snapshot(null, null);
            for (int pulse = 0; pulse < 10; pulse++) {
                zoom(layer, step);
                assertThat(layer.snapshot()).isNotNull();
                assertThat(layer.canvas().isVisible()).isFalse();
            }
            Image afresh = afresh().canvas().snapshot(null, null);
            assertThat(unlike(drawn(layer), afresh)).isLessThan(unlike(before, afresh) / 2);

            nanos += 120 * MILLI;
            paint(layer);
            assertThat(layer.snapshot()).isNull();
            assertThat(layer.canvas().isVisible()).isTrue();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void theImageStaysWhileTheHandGoesOn(FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            zoom(layer, 1.1);
            wait(layer, 100);
            assertThat(layer.snapshot()).isNotNull();
            zoom(layer, 1.1);
            wait(layer, 100);
            assertThat(layer.snapshot()).isNotNull();
            wait(layer, 30);
            assertThat(layer.snapshot()).isNull();
        });
    }

    @Test
    void aGlideToAnotherViewIsSharpWhereItArrives(FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            model.zoomAbout(1.5, 0, 0);
            paint(layer);
            model.fit(nanos);
            for (int pulse = 0; pulse < 15; pulse++) {
                nanos += 16 * MILLI;
                model.advance(nanos);
                layer.paint(model, style, nanos);
                assertThat(layer.snapshot()).as("pulse %s", pulse).isNotNull();
            }
            nanos += 16 * MILLI;
            model.advance(nanos);
            layer.paint(model, style, nanos);
            assertThat(layer.snapshot()).as("at its end").isNull();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void aConsumerThatComesMeanwhileIsDrawnAtOnce(FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            zoom(layer, 1.02);
            world.consumer("new", "press", "resource-11", FlowState.STARVING);
            model.show(world.frame(1), nanos);
            settle();
            layer.paint(model, style, nanos);

            assertThat(layer.snapshot()).isNull();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void aSearchMeanwhileIsShownAtOnce(FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            zoom(layer, 1.02);
            model.find("resource-3");
            layer.paint(model, style, nanos);
            assertThat(layer.snapshot()).isNull();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void aLongZoomIsDrawnSharpEveryTwoSeconds(FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            List<Double> drawn = new ArrayList<>(List.of(layer.canvas().zoom()));
            for (int pulse = 0; pulse < 240; pulse++) {
                zoom(layer, pulse / 10 % 2 == 0 ? 1.011 : 1 / 1.01);
                if (layer.canvas().zoom() != drawn.getLast()) {
                    drawn.add(layer.canvas().zoom());
                    assertThat(layer.snapshot()).isNull();
                }
            }
            assertThat(drawn).as("at first, and once in 3.8 seconds").hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.1})
    void aViewOfAnotherSizeIsDrawnAtOnce(double factor, FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            nanos += 16 * MILLI;
            policy.moved(nanos);
            layer.canvas().show(factor * WIDTH, HEIGHT);
            model.resize(factor * WIDTH, HEIGHT, nanos);
            model.advance(nanos);
            layer.paint(model, style, nanos);
            assertThat(layer.snapshot()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.6, 0.38})
    void anImageThatWouldLookCoarseIsNotShown(double factor, FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            zoom(layer, factor);
            assertThat(layer.snapshot()).isNull();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void oncePartsAreFewTheyAreDrawnInEveryPulse(FxRobot robot) {
        robot.interact(() -> {
            StaticLayer layer = crowd();
            while (model.isCrowded()) {
                zoom(layer, 1.03);
            }
            assertThat(layer.snapshot()).isNull();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    @Test
    void aPictureOfFewNodesIsDrawnInEveryPulse(FxRobot robot) {
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            show(MapWorld.of(7, 2, 3, FlowState.FLOWING));
            StaticLayer layer = layer();
            paint(layer);
            zoom(layer, 1.1);
            assertThat(layer.snapshot()).isNull();
            assertThat(differences(layer, afresh())).isEmpty();
        });
    }

    /** More nodes than are drawn anew in a pulse. */
    private StaticLayer crowd() {
        model.resize(WIDTH, HEIGHT, nanos);
        show(world);
        MapBench.unfold(model);
        return settled();
    }

    private StaticLayer crowdByClient() {
        model.arrangeBy(MapOrder.BY_CLIENT, nanos);
        show(new BusyWorld(300, 12, 600), 1);
        return settled();
    }

    private StaticLayer settled() {
        settle();
        StaticLayer layer = layer();
        paint(layer);
        return layer;
    }

    /** Zooms as a hand does. */
    private void zoom(StaticLayer layer, double factor) {
        nanos += 16 * MILLI;
        policy.moved(nanos);
        model.zoomAbout(factor, WIDTH / 2.0, HEIGHT / 2.0);
        layer.paint(model, style, nanos);
    }

    private void wait(StaticLayer layer, long millis) {
        nanos += millis * MILLI;
        layer.paint(model, style, nanos);
    }

    /** What is seen of the image that a layer shows. */
    private Image drawn(StaticLayer layer) {
        var canvas = new Canvas(WIDTH, HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        PaintContext context = style.on(new CanvasPen(g), model.camera().zoom());
        Objects.requireNonNull(layer.snapshot()).draw(g, context, model);
        return canvas.snapshot(null, null);
    }

    private static long unlike(Image one, Image other) {
        return differences(one, other, UNLIKE).size();
    }
}
