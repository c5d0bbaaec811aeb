package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

/** What is drawn in halves must look as if it were drawn at once. */
@ExtendWith(ApplicationExtension.class)
class MovingLayerTest extends LayerPixels {
    private static final long SECOND = 1_000_000_000L;

    /** A part of a pixel is kept with few digits, fewer to the right. */
    private static final int ROUNDED = 2;

    private static final Share UPPER = Share.of(Set.of(0, 1, 2));
    private static final Share LOWER = Share.of(Set.of(3, 4));

    private final PanCanvas rows = new PanCanvas();

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @ParameterizedTest
    @EnumSource(MapOrder.class)
    void twoHalvesAreTheWhole(MapOrder order, FxRobot robot) {
        robot.interact(() -> {
            show(order);
            // Off the edges of the rows, so that the first and the last reach beyond the view.
            rows.follow(model.camera(), true, Share.ALL);
            model.pan(13, -57);
            rows.follow(model.camera(), false, Share.ALL);

            MovingLayer whole = layer();
            MovingLayer halves = layer();
            paint(whole, Share.ALL, SECOND);
            paint(halves, Share.ALL, 2 * SECOND);
            paint(halves, UPPER, SECOND);
            assertThat(differences(halves, whole))
                    .as("the lower half is of another time")
                    .isNotEmpty();
            paint(halves, LOWER, SECOND);
            assertThat(differences(halves, whole)).as("pixels that differ").isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(MapOrder.class)
    void whatIsPannedIsMovedAndDrawnOnlyWhereItDoesNotReach(MapOrder order, FxRobot robot) {
        robot.interact(() -> {
            show(order);
            rows.follow(model.camera(), true, Share.ALL);
            MovingLayer panned = layer();
            pan(panned, Share.ALL, 0, 0);
            assertThat(pan(panned, Share.NONE, 30, 0)).as("moved").isEqualTo(Share.NONE);
            assertThat(pan(panned, Share.NONE, -70, -20).rows())
                    .as("a row that has come into view")
                    .hasSize(1);
            assertThat(pan(panned, Share.NONE, -60, 0).all()).as("too far").isFalse();
            assertThat(pan(panned, Share.of(Set.of(1)), 5, 0).rows())
                    .as("its turn")
                    .containsExactly(1);
        });
    }

    @Test
    void rowsThatLieElsewhereAreDrawnThere(FxRobot robot) {
        robot.interact(() -> {
            show(MapOrder.BY_RESOURCE);
            rows.follow(model.camera(), true, Share.ALL);
            model.pan(13, -57);
            rows.follow(model.camera(), false, Share.ALL);
            MovingLayer layer = layer();
            paint(layer, Share.ALL, SECOND);
            rows.follow(model.camera(), true, Share.ALL);
            paint(layer, Share.NONE, SECOND);
            MovingLayer afresh = layer();
            paint(afresh, Share.ALL, SECOND);
            assertThat(differences(layer, afresh)).as("pixels that differ").isEmpty();
        });
    }

    /** Has it drawn as if a hand moved the picture, at one time, and compares it with what is drawn there at once. */
    private Share pan(MovingLayer panned, Share share, double dx, double dy) {
        model.pan(dx, dy);
        rows.follow(model.camera(), false, share);
        Share drawn = panned.paint(rows, share, true, model, new Attention(), style, SECOND, pen -> {});
        MovingLayer afresh = layer();
        paint(afresh, Share.ALL, SECOND);
        assertThat(differences(panned, afresh)).as("pixels that differ").isEmpty();
        return drawn;
    }

    @Test
    void nothingIsToBeDrawnAgainWhereOnlyWordsHaveChanged(FxRobot robot) {
        var frame = MapWorld.of(2, 1, 2, FlowState.SATISFIED).frame(0);
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, 0);
            model.show(frame, 0);
            model.advance(SECOND);
            rows.show(WIDTH, HEIGHT);
            rows.follow(model.camera(), true, Share.ALL);
            MovingLayer layer = layer();
            paint(layer, Share.ALL, SECOND);
            model.show(MapWorld.of(2, 1, 2, FlowState.FLOWING).frame(1), SECOND);
            assertThat(layer.isAsDrawn(model)).as("other words").isTrue();
            model.show(MapWorld.of(2, 1, 2, FlowState.STARVING).frame(2), SECOND);
            assertThat(layer.isAsDrawn(model)).as("another colour").isFalse();
            paint(layer, Share.ALL, SECOND);
            assertThat(layer.isAsDrawn(model)).isTrue();
            paint(layer, UPPER, SECOND);
            assertThat(layer.isAsDrawn(model)).as("halves of two times").isFalse();
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
        MovingLayer.draw(style.easel(pen, zoom).withPipesFor(pipesZoom), model, model.extent(), SECOND);
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
        rows.show(WIDTH, HEIGHT);
    }

    private MovingLayer layer() {
        var layer = new MovingLayer();
        layer.show(WIDTH, HEIGHT);
        pane.getChildren().add(layer);
        return layer;
    }

    private void paint(MovingLayer layer, Share share, long nanos) {
        layer.paint(rows, share, false, model, new Attention(), style, nanos, pen -> {});
    }

    private static List<String> differences(MovingLayer one, MovingLayer other) {
        return differences(one, other, ROUNDED);
    }
}
