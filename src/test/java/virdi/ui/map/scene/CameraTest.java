package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.plane.Box;

/** Tests how the camera follows the picture, pans and zooms. */
public class CameraTest {
    private static final Box PICTURE = new Box(0, 0, 2_000, 1_000);
    private static final long LATER = 1_000_000_000L;

    private final Camera camera = new Camera();

    @Test
    void itShowsAllOfThePictureAtFirst() {
        camera.resize(800, 600, PICTURE);
        camera.follow(PICTURE, 0);
        assertThat(camera.visible().union(PICTURE)).isEqualTo(camera.visible());
    }

    @Test
    void theZoomKeepsThePointUnderThePointer() {
        camera.resize(800, 600, PICTURE);
        double x = camera.toPlaneX(200);
        double y = camera.toPlaneY(100);
        camera.zoomAbout(2, 200, 100);
        assertThat(camera.toScreenX(x)).isCloseTo(200, within(1e-9));
        assertThat(camera.toScreenY(y)).isCloseTo(100, within(1e-9));
    }

    @Test
    void itGrowsWithThePictureUntilTheUserTakesOver() {
        camera.resize(800, 600, PICTURE);
        camera.follow(PICTURE, 0);
        Box larger = new Box(0, 0, 4_000, 3_000);
        camera.follow(larger, LATER);
        camera.advance(2 * LATER);
        assertThat(camera.visible().union(larger)).isEqualTo(camera.visible());
        camera.pan(50, 0);
        double zoom = camera.zoom();
        camera.follow(PICTURE, 3 * LATER);
        camera.advance(4 * LATER);
        assertThat(camera.zoom()).isEqualTo(zoom);
        camera.fit(PICTURE, 4 * LATER);
        camera.advance(5 * LATER);
        assertThat(camera.isFollowing()).isTrue();
        assertThat(camera.zoom()).isGreaterThan(zoom);
    }

    @Test
    void aSmallChangeOfThePictureMovesNothing() {
        camera.resize(800, 600, PICTURE);
        camera.follow(PICTURE, 0);
        double zoom = camera.zoom();
        camera.follow(new Box(0, 0, 1_900, 980), LATER);
        camera.advance(2 * LATER);
        assertThat(camera.zoom()).isEqualTo(zoom);
    }

    @ParameterizedTest
    @CsvSource({"1500, 100, 400, 800", "1000, 600, 900, 300", "0, 0, 300, 300", "1800, 900, 196, 42"})
    void whatIsShownIsAllInViewAndNothingLiesOverIt(double x, double y, double width, double height) {
        Box part = new Box(x, y, width, height);
        camera.resize(800, 600, PICTURE);
        camera.show(part, PICTURE, 0);
        camera.advance(LATER);
        assertThat(camera.visible().contains(part)).isTrue();
        Box small =
                Minimap.of(PICTURE, camera.visible(), 800, 600).orElseThrow().box();
        Box onScreen = Box.between(
                camera.toScreenX(part.x()),
                camera.toScreenY(part.y()),
                camera.toScreenX(part.right()),
                camera.toScreenY(part.bottom()));
        assertThat(onScreen.overlaps(small)).isFalse();
    }

    @Test
    void oneThingIsShownSoNearThatItsChartIsDrawn() {
        camera.resize(800, 600, PICTURE);
        camera.show(new Box(100, 100, BasinShape.CARD_WIDTH, BasinShape.CARD_HEIGHT), PICTURE, 0);
        camera.advance(LATER);
        assertThat(camera.zoom()).isGreaterThanOrEqualTo(Sparklines.FROM);
    }

    @Test
    void whatIsOutOfSightIsBroughtIntoView() {
        camera.resize(800, 600, PICTURE);
        camera.zoomAbout(5, 0, 0);
        Box far = new Box(1_500, 800, 100, 40);
        camera.reveal(far, 0);
        camera.advance(LATER);
        assertThat(camera.visible().contains(far.x(), far.y())).isTrue();
        assertThat(camera.visible().contains(far.right(), far.bottom())).isTrue();
    }
}
