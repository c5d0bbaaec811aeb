package virdi.ui.map.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.ui.map.plane.Box;

/** Tests that a pinned basin stays in its place and others make room. */
public class BasinPinningTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final ResourceId COAL = new ResourceId("coal mine/1");

    private final Pins<ResourceId> pins = BasinPinning.pins();

    private static Arrangement laidOut(int basins) {
        List<BasinShape> shapes = new ArrayList<>();
        shapes.add(new BasinShape(IRON, 3, 3, false, false, null));
        shapes.add(new BasinShape(COAL, 2, 1, false, true, null));
        for (int i = 2; i < basins; i++) {
            shapes.add(new BasinShape(new ResourceId("r" + i), i % 4, i % 7, i % 3 == 0, false, null));
        }
        return new BasinLayout().arrange(shapes, 1_600, 1_000, Arrangement.EMPTY, Stability.FRESH);
    }

    private static Placement placement(Arrangement arrangement, ResourceId id) {
        return Objects.requireNonNull(arrangement.placements().get(id));
    }

    private static Box bounds(Arrangement arrangement, ResourceId id) {
        return placement(arrangement, id).bounds();
    }

    @Test
    void nothingPinnedIsTheLayoutItself() {
        Arrangement laidOut = laidOut(8);
        assertThat(BasinPinning.apply(pins, laidOut)).isSameAs(laidOut);
        pins.put(new ResourceId("gone"), 0, 0);
        assertThat(BasinPinning.apply(pins, laidOut)).isSameAs(laidOut);
    }

    @Test
    void whatIsPinnedStandsThereWithAllOfItsParts() {
        Arrangement laidOut = laidOut(8);
        pins.put(IRON, 2_000, -300);
        Placement before = placement(laidOut, IRON);
        Placement after = placement(BasinPinning.apply(pins, laidOut), IRON);
        double dx = 2_000 - before.bounds().x();
        double dy = -300 - before.bounds().y();
        assertThat(after.bounds()).isEqualTo(before.bounds().movedBy(dx, dy));
        assertThat(after.tank()).isEqualTo(before.tank().movedBy(dx, dy));
        assertThat(after.producers())
                .isEqualTo(before.producers().stream()
                        .map(box -> box.movedBy(dx, dy))
                        .toList());
        assertThat(BasinPinning.apply(pins, laidOut).bounds().right())
                .isEqualTo(after.bounds().right());
    }

    @Test
    void aResourceThatIsGoneComesBackToItsPlace() {
        pins.put(IRON, 700, 400);
        BasinPinning.apply(
                pins,
                new BasinLayout()
                        .arrange(
                                List.of(new BasinShape(COAL, 1, 1, false, false, null)),
                                1_600,
                                1_000,
                                Arrangement.EMPTY,
                                Stability.FRESH));
        assertThat(bounds(BasinPinning.apply(pins, laidOut(5)), IRON))
                .returns(700.0, Box::x)
                .returns(400.0, Box::y);
    }

    @Test
    void theOneThatIsPinnedLaterGivesWay() {
        pins.put(IRON, 100, 100);
        pins.put(COAL, 100, 100);
        Arrangement arranged = BasinPinning.apply(pins, laidOut(2));
        assertThat(bounds(arranged, IRON)).returns(100.0, Box::x).returns(100.0, Box::y);
        assertThat(bounds(arranged, COAL).y())
                .isGreaterThanOrEqualTo(bounds(arranged, IRON).bottom());
    }

    @Test
    void whatIsFarFromAPinStaysWhereItWas() {
        Arrangement laidOut = laidOut(12);
        pins.put(IRON, laidOut.bounds().right() + 200, 0);
        Arrangement arranged = BasinPinning.apply(pins, laidOut);
        laidOut.columns().stream()
                .filter(column -> !column.basins().contains(IRON))
                .flatMap(column -> column.basins().stream())
                .forEach(id -> assertThat(bounds(arranged, id)).isEqualTo(bounds(laidOut, id)));
    }

    @Property(tries = 200)
    void nothingOverlapsAndNothingIsLost(
            @ForAll @IntRange(min = 2, max = 30) int basins,
            @ForAll @Size(max = 12) List<@IntRange(max = 29) Integer> pinned,
            @ForAll @DoubleRange(min = -500, max = 3_000) double x,
            @ForAll @DoubleRange(min = -500, max = 3_000) double y) {
        Arrangement laidOut = laidOut(basins);
        List<ResourceId> ids = List.copyOf(laidOut.placements().keySet());
        for (int i = 0; i < pinned.size(); i++) {
            pins.put(ids.get(pinned.get(i) % basins), x + 40 * i, y - 25 * i);
        }
        Map<ResourceId, Placement> arranged = BasinPinning.apply(pins, laidOut).placements();
        assertThat(arranged.keySet()).isEqualTo(laidOut.placements().keySet());
        List<Placement> all = List.copyOf(arranged.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i).bounds().overlaps(all.get(j).bounds())).isFalse();
            }
        }
        pins.clear();
    }

    @Test
    void theyAreWrittenDownAndTakenUpAgain() {
        pins.put(IRON, 10, -20);
        pins.put(COAL, 3_000, 40);
        Pins<ResourceId> others = BasinPinning.pins();
        others.take(pins.text());
        assertThat(others.text()).isEqualTo(pins.text());
        assertThat(BasinPinning.apply(others, laidOut(6))).isEqualTo(BasinPinning.apply(pins, laidOut(6)));
    }

    @Test
    void whatIsNoPinIsLeftOut() {
        pins.take("iron 1 2 coal%zz 3 4 gears x 5 copper 6");
        assertThat(pins.has(IRON)).isTrue();
        assertThat(pins.text()).isEqualTo("iron 1 2");
        pins.take("");
        assertThat(pins.isEmpty()).isTrue();
    }
}
