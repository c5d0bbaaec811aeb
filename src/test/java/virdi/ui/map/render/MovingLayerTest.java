package virdi.ui.map.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.telemetry.FlowState;
import virdi.ui.kit.pen.SvgPen;
import virdi.ui.map.BusyWorld;
import virdi.ui.map.ByClientLayouts;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.paint.MotionPainter;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.InteractionState;

/** The layer of what moves: when it is moved along, drawn again, and how many dots it has. */
@ExtendWith(ApplicationExtension.class)
public class MovingLayerTest extends LayerPixels {
    private static final long SECOND = 1_000_000_000L;

    /** A part of a pixel is kept with few digits, fewer to the right. */
    private static final int ROUNDED = 2;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @ParameterizedTest
    @EnumSource(MapOrder.class)
    void aPanMovesItAlongUntilTheMissingEdgeWouldBeSeen(MapOrder order, FxRobot robot) {
        robot.interact(() -> {
            show(order);
            MovingLayer layer = layer();
            paint(layer, SECOND);
            model.pan(30, -20);

            assertThat(layer.follow(model.camera())).isTrue();
            MovingLayer afresh = layer();
            paint(afresh, SECOND);
            assertThat(differences(layer, afresh))
                    .as("pixels that differ but at the edges that came into view")
                    .allSatisfy(it -> assertThat(x(it) < 30 || y(it) >= HEIGHT - 20)
                            .as(it)
                            .isTrue());

            model.pan(30, 0);
            assertThat(layer.follow(model.camera())).as("too far").isFalse();
            model.pan(-60, 20);
            model.zoomAbout(1.01, 0, 0);
            assertThat(layer.follow(model.camera())).as("another zoom").isFalse();
        });
    }

    @Test
    void nothingIsToBeDrawnAgainWhereOnlyWordsHaveChanged(FxRobot robot) {
        var frame = MapWorld.of(2, 1, 2, FlowState.SATISFIED).frame(0);
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, 0);
            model.show(frame, 0);
            model.advance(SECOND);
            model.hold(true);
            MovingLayer layer = layer();
            paint(layer, SECOND);
            model.show(MapWorld.of(2, 1, 2, FlowState.FLOWING).frame(1), SECOND);
            assertThat(layer.isAsDrawn(model)).as("other words").isTrue();
            model.show(MapWorld.of(2, 1, 2, FlowState.STARVING).frame(2), SECOND);
            assertThat(layer.isAsDrawn(model)).as("another colour").isFalse();
            paint(layer, SECOND);
            assertThat(layer.isAsDrawn(model)).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"60, 90, 1, 0.3, 1", "1000, 2000, 1, 0.6, 1.6", "1000, 2000, 0.5, 0.6, 1.6", "1000, 2000, 0.13, 0, 0"})
    void dotsOnPipesThatCrossHaveRoomToBeToldOrAreNoneInACloud(
            int clients, int streams, double zoom, double least, double most, FxRobot robot) {
        robot.interact(() -> {
            showEachClient(new BusyWorld(clients, 40, streams));
            Box all = model.extent();
            double room = all.width() * zoom * all.height() * zoom / 2_000;
            // Dots that shrink to make room count as what is left of them.
            assertThat(dots(zoom) / room).isBetween(least, most);
        });
    }

    /** From far, pipes are straight. */
    @Test
    void dotsRunAlongPipesAsThoseAreDrawn(FxRobot robot) {
        robot.interact(() -> {
            show(MapOrder.BY_RESOURCE);
            assertThat(dots(1, 0.1)).isNotEqualTo(dots(1, 1));
            assertThat(dots(0.1, 1)).isNotEqualTo(dots(0.1, 0.1));
        });
    }

    @Test
    void onlyWhatIsSearchedForHasDotsAndIsToldFromFarToo(FxRobot robot) {
        robot.interact(() -> {
            showEachClient(new BusyWorld(1_000, 40, 2_000));
            model.find("client:mine-12");
            assertThat(dots(0.13)).as("of some pipes").isBetween(5L, 400L);
        });
    }

    private void showEachClient(BusyWorld world) {
        world.advance(0);
        model.resize(WIDTH, HEIGHT, 0);
        model.show(world.latest(), 0);
        model.arrangeBy(MapOrder.BY_CLIENT, 0);
        ByClientLayouts.unfold(model);
        model.advance(SECOND);
    }

    /** How many dots a picture of all of it has. */
    private long dots(double zoom) {
        return dots(zoom, zoom).size();
    }

    private List<String> dots(double zoom, double pipesZoom) {
        var pen = new SvgPen(1, 1, (line, font) -> line.length());
        PaintContext context = style.on(pen, zoom).withPipesFor(pipesZoom);
        MotionPainter.draw(context, model, model.extent(), MotionPainter.thinning(model, model.extent(), zoom), SECOND);
        return Pattern.compile("<circle[^>]*>")
                .matcher(pen.take())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private void show(MapOrder order) {
        var world = new BusyWorld(60, 7, 140);
        world.advance(0);
        model.resize(WIDTH, HEIGHT, 0);
        model.show(world.latest(), 0);
        model.arrangeBy(order, 0);
        model.advance(SECOND);
    }

    private MovingLayer layer() {
        var layer = new MovingLayer();
        layer.show(WIDTH, HEIGHT);
        pane.getChildren().add(layer);
        return layer;
    }

    private void paint(MovingLayer layer, long nanos) {
        layer.paint(model, new InteractionState(), style, null, nanos, pen -> {});
    }

    private static List<String> differences(MovingLayer one, MovingLayer other) {
        return differences(one, other, ROUNDED);
    }
}
