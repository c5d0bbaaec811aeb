package virdi.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.ui.kit.Pixmap.Area;

class PixmapTest {
    private static final int BLACK = 0xff000000;
    private static final int WIDTH = 12;
    private static final int HEIGHT = 9;

    @Property
    void aCopyHasThePixelThatLiesAtTheMiddleOfEach(@ForAll("parts") Area part, @ForAll("places") Area place) {
        Pixmap source = numbered();
        var pixmap = new Pixmap(WIDTH, HEIGHT);
        pixmap.copy(source, part, place);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int expected = BLACK;
                if (isWithin(place, x, y)) {
                    double shareX = (x + 0.5 - place.left()) / place.width();
                    double shareY = (y + 0.5 - place.top()) / place.height();
                    int fromX = (int) Math.floor(part.left() + shareX * part.width() + 1e-9);
                    int fromY = (int) Math.floor(part.top() + shareY * part.height() + 1e-9);
                    expected = at(source, fromX, fromY);
                }
                assertThat(at(pixmap, x, y)).as("%s, %s", x, y).isEqualTo(expected);
            }
        }
    }

    @Property
    void whatIsFilledIsFilledAndNothingElse(@ForAll("places") Area part) {
        var pixmap = new Pixmap(WIDTH, HEIGHT);
        pixmap.fill(part, 0x123456, Pixmap.OPAQUE);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(at(pixmap, x, y)).isEqualTo(isWithin(part, x, y) ? 0xff123456 : BLACK);
            }
        }
    }

    @Test
    void whatIsHalfOpaqueIsMixedWithWhatLiesBelow() {
        var pixmap = new Pixmap(1, 1);
        pixmap.fill(0x204080);
        pixmap.fill(new Area(0, 0, 1, 1), 0x406000, Pixmap.OPAQUE / 2);
        assertThat(at(pixmap, 0, 0)).isEqualTo(0xff305040);
    }

    @Test
    void aFadedDotIsFaint() {
        var pixmap = new Pixmap(9, 9);
        var pen = new PixmapPen(pixmap, 1, 0, 0);
        pen.setFill(Color.WHITE);
        pen.setGlobalAlpha(0.25);
        pen.fillDot(4.5, 4.5, 1);
        assertThat(at(pixmap, 4, 4)).isEqualTo(0xff3f3f3f);
    }

    /** All of the shapes that dots of some size have. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 2, 4, 7, 20})
    void aDotIsAsLargeAsItsDiscAndAsRound(double pixels) {
        var pixmap = new Pixmap(60, 60);
        var pen = new PixmapPen(pixmap, 2, 10, 4);
        pen.setFill(Color.WHITE);
        pen.fillDot(10, 13, pixels / 2);
        int[] filled = IntStream.range(0, 60 * 60)
                .filter(index -> pixmap.pixels()[index] == 0xffffffff)
                .toArray();
        double disc = Math.max(1, Math.PI * pixels * pixels);
        assertThat((double) filled.length).isBetween(disc * 0.75, disc * 1.35);
        assertThat(Arrays.stream(filled).mapToDouble(index -> Math.hypot(index % 60 + 0.5 - 30, index / 60 + 0.5 - 30)))
                .allMatch(away -> away < pixels + 1);
    }

    @Provide
    Arbitrary<Area> parts() {
        return areas(0, WIDTH, 0, HEIGHT);
    }

    /** Beyond the edges, too. */
    @Provide
    Arbitrary<Area> places() {
        return areas(-2 * WIDTH, 3 * WIDTH, -2 * HEIGHT, 3 * HEIGHT);
    }

    private static Arbitrary<Area> areas(int left, int right, int top, int bottom) {
        Arbitrary<Integer> x = Arbitraries.integers().between(left, right);
        Arbitrary<Integer> y = Arbitraries.integers().between(top, bottom);
        return Combinators.combine(x, x, y, y)
                .as((x1, x2, y1, y2) ->
                        new Area(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)))
                .filter(area -> !area.isEmpty());
    }

    /** One in which each pixel is another one. */
    private static Pixmap numbered() {
        var pixmap = new Pixmap(WIDTH, HEIGHT);
        Arrays.setAll(pixmap.pixels(), index -> BLACK + 1 + index);
        return pixmap;
    }

    private static boolean isWithin(Area area, int x, int y) {
        return x >= area.left() && x < area.right() && y >= area.top() && y < area.bottom();
    }

    private static int at(Pixmap pixmap, int x, int y) {
        return pixmap.pixels()[y * pixmap.width() + x];
    }
}
