package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.ui.kit.Selection;
import virdi.ui.map.plane.Box;
import virdi.ui.map.render.StaticPixels;
import virdi.ui.map.render.TiledCanvas;
import virdi.ui.map.scene.BasinPicture;

/** A view of a crowded map while a hand zooms it. */
@ExtendWith(ApplicationExtension.class)
public class ZoomedViewTest extends StaticPixels {
    /** A pixel is another one from there on. */
    private static final int UNLIKE = 48;

    private final MapWorld world = MapWorld.of(12, 4, 8, FlowState.FLOWING);

    @Start
    void start(Stage stage) {
        open(stage);
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
            assertThat(showsSnapshot(view)).isTrue();
            assertThat(liquids(view)).isNotEmpty().allMatch(ZoomedViewTest::isBlue);
            pulses(view, 4);
            assertThat(showsSnapshot(view)).isTrue();
            assertThat(liquids(view)).allMatch(ZoomedViewTest::isBlue);
            pulses(view, 6);
            assertThat(showsSnapshot(view)).isFalse();
            assertThat(liquids(view)).as("on a layer of their own").allMatch(ZoomedViewTest::isBlue);
        });
    }

    @Test
    void aStreamThatComesWhileAHandZoomsIsOnTheMapSoon(FxRobot robot) {
        robot.interact(() -> {
            MapView view = crowdedView();
            zoomToAndFro(view, 20);
            world.consumer("new", "press", "resource-0", FlowState.STARVING);
            view.show(world.frame(2));
            zoomToAndFro(view, 3);
            assertThat(hasPress(view)).as("after a tenth of a second").isTrue();

            zoomToAndFro(view, 20);
            assertThat(showsSnapshot(view)).isTrue();
            world.endLast();
            view.show(world.frame(3));
            zoomToAndFro(view, 3);
            assertThat(hasPress(view)).isFalse();
        });
    }

    @Test
    void dotsGoOnMeanwhile(FxRobot robot) {
        robot.interact(() -> {
            MapView view = crowdedView();
            view.zoomIn();
            pulses(view, 1);
            WritableImage before = view.snapshot(null, null);
            pulses(view, 3);
            assertThat(showsSnapshot(view)).isTrue();
            assertThat(differences(before, view.snapshot(null, null), UNLIKE)).hasSizeGreaterThan(100);
            view.hold(true);
            pulses(view, 2);
            WritableImage held = view.snapshot(null, null);
            pulses(view, 1);
            assertThat(showsSnapshot(view)).isTrue();
            assertThat(differences(held, view.snapshot(null, null), UNLIKE))
                    .as("while they are held")
                    .isEmpty();
        });
    }

    @Test
    void aCrowdedMapTakesAFrameAndIsDrawnInDifferentPulses(FxRobot robot) {
        robot.interact(() -> {
            MapView view = crowdedView();
            view.hold(true);
            pulses(view, 30);
            WritableImage before = view.snapshot(null, null);
            view.show(world.last(FlowState.STARVING).frame(2));

            nanos += 16 * MILLI;
            assertThat(view.pulse(nanos)).isTrue();
            assertThat(differences(before, view.snapshot(null, null), UNLIKE)).isEmpty();

            pulses(view, 2);
            assertThat(differences(before, view.snapshot(null, null), UNLIKE)).isNotEmpty();
        });
    }

    @Test
    void whatIsSelectedStaysOutlined(FxRobot robot) {
        robot.interact(() -> {
            var selection = new Selection<Target>();
            MapView view = crowdedView(selection);
            selection.select(new Target.Resource(new ResourceId("resource-5")));
            pulses(view, 60);
            view.zoomIn();
            pulses(view, 1);
            assertThat(showsSnapshot(view)).isTrue();
            assertThat(isOutlined(view, "resource-5")).isTrue();
            assertThat(isOutlined(view, "resource-6")).isFalse();
            selection.clear();
            view.zoomIn();
            pulses(view, 1);
            assertThat(showsSnapshot(view)).isTrue();
            assertThat(isOutlined(view, "resource-5")).isFalse();
        });
    }

    /** Whether a line in the colour of what is selected runs along the left edge of a tank. */
    private static boolean isOutlined(MapView view, String resource) {
        PixelReader pixels = view.snapshot(null, null).getPixelReader();
        BasinPicture basin = view.model().basin(new ResourceId(resource));
        Box tank = view.model().camera().toScreen(Objects.requireNonNull(basin).tank());
        return IntStream.range(-3, 3)
                .mapToObj(away -> pixels.getColor((int) tank.x() + away, (int) (tank.y() + 0.2 * tank.height())))
                .anyMatch(ZoomedViewTest::isBlue);
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
                .anyMatch(basin -> basin.consumers().stream()
                        .anyMatch(node -> node.node().label().contains("press")));
    }

    private MapView crowdedView() {
        return crowdedView(new Selection<>());
    }

    private MapView crowdedView(Selection<Target> selection) {
        var view = MapViews.view(selection, targets -> new ContextMenu());
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

    /** Whether the canvas of the static part is hidden, for an image stands in for it. */
    private static boolean showsSnapshot(MapView view) {
        return view.getChildrenUnmodifiable().stream()
                .filter(TiledCanvas.class::isInstance)
                .noneMatch(Node::isVisible);
    }

    private void pulses(MapView view, int pulses) {
        for (int pulse = 0; pulse < pulses; pulse++) {
            nanos += 16 * MILLI;
            view.pulse(nanos);
        }
    }
}
