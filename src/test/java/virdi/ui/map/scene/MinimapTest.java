package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import virdi.ui.map.plane.Box;

/** Tests when the minimap appears and where it shows parts of the plane. */
public class MinimapTest {
    private static final Box EXTENT = new Box(-100, 50, 4_000, 1_000);

    @Test
    void thereIsNoneWhileAllIsInView() {
        assertThat(Minimap.of(EXTENT, EXTENT, 1_600, 1_000)).isEmpty();
        assertThat(Minimap.of(EXTENT, EXTENT.grownBy(200), 1_600, 1_000)).isEmpty();
        assertThat(Minimap.of(EXTENT, EXTENT.grownBy(-200), 1_600, 1_000)).isPresent();
    }

    @Test
    void thereIsNoneWhereItWouldHideTooMuch() {
        assertThat(Minimap.of(EXTENT, EXTENT.grownBy(-200), 300, 1_000)).isEmpty();
    }

    @Test
    void itKeepsTheShapeOfTheWholeAndStandsInTheCorner() {
        Minimap map = Minimap.of(EXTENT, new Box(0, 60, 10, 10), 1_600, 1_000).orElseThrow();
        Box whole = map.place(EXTENT);
        assertThat(whole.width() / whole.height()).isCloseTo(4, within(1e-9));
        assertThat(map.box().right()).isLessThan(1_600).isGreaterThan(1_580);
        assertThat(map.box().bottom()).isLessThan(1_000).isGreaterThan(980);
        assertThat(whole.x()).isPositive();
        assertThat(whole.right()).isLessThan(map.box().width());
    }

    @Test
    void aPointOfItIsAPointOfThePlane() {
        Minimap map = Minimap.of(EXTENT, new Box(0, 60, 10, 10), 1_600, 1_000).orElseThrow();
        Box part = new Box(1_234, 567, 0, 0);
        assertThat(map.planeX(map.place(part).x())).isCloseTo(1_234, within(1e-6));
        assertThat(map.planeY(map.place(part).y())).isCloseTo(567, within(1e-6));
    }

    @Test
    void aViewBeyondTheWholeEndsAtTheEdge() {
        Minimap map = Minimap.of(EXTENT, new Box(-5_000, 60, 6_000, 400), 1_600, 1_000)
                .orElseThrow();
        Box view = map.clipped(map.place(new Box(-5_000, 60, 6_000, 400)));
        assertThat(view.x()).isEqualTo(1);
        assertThat(view.right()).isLessThan(map.box().width());
    }
}
