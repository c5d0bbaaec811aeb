package virdi.ui.map.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.ui.map.layout.Arrangement.Column;
import virdi.ui.map.layout.BasinShape.Form;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.Pipe;

/** Tests that basins fill the view, do not overlap and keep their places. */
public class BasinLayoutTest {
    private static final int MOST_ROWS = 17;

    private final BasinLayout layout = new BasinLayout();

    @Property(tries = 300)
    void basinsNeverOverlapAndStayWithinTheirColumns(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 1_155) Integer> basins,
            @ForAll @DoubleRange(min = 300, max = 3_000) double width,
            @ForAll @DoubleRange(min = 300, max = 2_000) double height) {
        Arrangement arrangement = layout.arrange(shapes(basins), width, height, Arrangement.EMPTY, Stability.FRESH);
        List<Placement> placed = List.copyOf(arrangement.placements().values());
        assertThat(placed).hasSize(basins.size());
        for (int i = 0; i < placed.size(); i++) {
            Box bounds = placed.get(i).bounds();
            assertThat(arrangement.bounds().union(bounds)).isEqualTo(arrangement.bounds());
            for (int j = i + 1; j < placed.size(); j++) {
                assertThat(bounds.overlaps(placed.get(j).bounds())).isFalse();
            }
        }
    }

    @Property(tries = 300)
    void partsOfABasinNeverOverlapAndStayWithinIt(
            @ForAll @IntRange(max = MOST_ROWS - 1) int producers,
            @ForAll @IntRange(max = MOST_ROWS - 1) int consumers) {
        BasinShape shape = new BasinShape(new ResourceId("iron"), producers, consumers, false, true, null);
        for (Form form : List.of(Form.FULL, Form.COMPACT)) {
            Placement placement = shape.place(form, 10, 20);
            List<Box> parts = new ArrayList<>(placement.producers());
            parts.addAll(placement.consumers());
            parts.add(placement.tank());
            if (placement.why() != null) {
                parts.add(placement.why());
            }
            for (int i = 0; i < parts.size(); i++) {
                assertThat(placement.bounds().union(parts.get(i))).isEqualTo(placement.bounds());
                for (int j = i + 1; j < parts.size(); j++) {
                    assertThat(parts.get(i).overlaps(parts.get(j))).isFalse();
                }
            }
        }
    }

    @Property(tries = 200)
    void pipesNeverCross(@ForAll @IntRange(min = 2, max = MOST_ROWS - 1) int rows) {
        Placement placement =
                new BasinShape(new ResourceId("iron"), rows, rows, false, false, null).place(Form.FULL, 0, 0);
        List<Pipe> pipes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Box card = placement.producers().get(row);
            double port = Placement.portY(placement.tank(), row, rows);
            assertThat(port).isBetween(placement.tank().y(), placement.tank().bottom());
            pipes.add(new Pipe(card.right(), card.centreY(), placement.tank().x(), port, 1, 0, 0));
        }
        for (int row = 1; row < rows; row++) {
            for (double share = 0; share <= 1; share += 0.05) {
                assertThat(pipes.get(row).y(share))
                        .isGreaterThan(pipes.get(row - 1).y(share));
            }
        }
    }

    @Property(tries = 300)
    void aRowMoreOrLessMovesOnlyWhatStandsBelowIt(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 1_155) Integer> basins,
            @ForAll @IntRange(max = 39) int which) {
        List<BasinShape> shapes = shapes(basins);
        Arrangement before = layout.arrange(shapes, 1_100, 800, Arrangement.EMPTY, Stability.FRESH);
        BasinShape changed = shapes.get(which % shapes.size());
        List<BasinShape> next = new ArrayList<>(shapes);
        next.set(
                which % shapes.size(),
                new BasinShape(
                        changed.id(), changed.producers(), changed.consumers() + 1, changed.quiet(), false, null));
        Arrangement after = layout.arrange(next, 1_100, 800, before, Stability.FITTING);
        if (!after.columns().equals(before.columns())) {
            // Places may change only when keeping them would shrink everything by a fifth.
            assertThat(after.scale()).isLessThan(before.scale());
            return;
        }
        for (Column column : before.columns()) {
            boolean below = false;
            for (ResourceId id : column.basins()) {
                if (!below && !id.equals(changed.id())) {
                    assertThat(after.placements().get(id))
                            .isEqualTo(before.placements().get(id));
                }
                below |= id.equals(changed.id());
            }
        }
    }

    @Test
    void aBasinThatComesOrGoesLeavesTheOtherColumnsAlone() {
        List<BasinShape> shapes = shapes(List.of(40, 41, 42, 43, 44, 45, 46, 47));
        Arrangement before = layout.arrange(shapes, 1_600, 1_000, Arrangement.EMPTY, Stability.FRESH);
        Arrangement without = layout.arrange(shapes.subList(0, 7), 1_600, 1_000, before, Stability.FITTING);
        Arrangement again = layout.arrange(shapes, 1_600, 1_000, without, Stability.FITTING);
        for (BasinShape shape : shapes.subList(0, 7)) {
            assertThat(placement(without, shape.id()).bounds().x())
                    .isEqualTo(placement(before, shape.id()).bounds().x());
            assertThat(again.placements().get(shape.id()))
                    .isEqualTo(without.placements().get(shape.id()));
        }
        assertThat(again.placements()).containsKey(shapes.get(7).id());
    }

    @Test
    void aFewBasinsAreAllShownInFull() {
        Arrangement arrangement =
                layout.arrange(shapes(List.of(577 + 20, 577 + 21)), 1_600, 1_000, Arrangement.EMPTY, Stability.FRESH);
        assertThat(arrangement.placements().values()).allMatch(placement -> placement.form() == Form.FULL);
    }

    @Test
    void whereRoomIsShortQuietBasinsTakeTheirSmallFormAndTroubledOnesDoNot() {
        List<BasinShape> shapes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            shapes.add(new BasinShape(new ResourceId("r" + i), 4, 4, i >= 2, false, null));
        }
        Arrangement arrangement = layout.arrange(shapes, 1_044, 768, Arrangement.EMPTY, Stability.FRESH);
        assertThat(placement(arrangement, new ResourceId("r0")).form()).isEqualTo(Form.FULL);
        assertThat(placement(arrangement, new ResourceId("r1")).form()).isEqualTo(Form.FULL);
        assertThat(placement(arrangement, new ResourceId("r11")).form()).isEqualTo(Form.COMPACT);
    }

    @Test
    void aPinnedFormIsKept() {
        BasinShape pinned = new BasinShape(new ResourceId("iron"), 2, 2, true, false, Form.COMPACT);
        Arrangement arrangement = layout.arrange(List.of(pinned), 1_600, 1_000, Arrangement.EMPTY, Stability.FRESH);
        assertThat(placement(arrangement, pinned.id()).form()).isEqualTo(Form.COMPACT);
    }

    private static Placement placement(Arrangement arrangement, ResourceId id) {
        return Objects.requireNonNull(arrangement.placements().get(id));
    }

    /**
     * Returns one basin per number. The number encodes the rows of both sides and whether the basin is quiet, in mixed
     * radix, so that failing examples shrink well.
     */
    private static List<BasinShape> shapes(List<Integer> codes) {
        List<BasinShape> shapes = new ArrayList<>();
        for (int code : codes) {
            shapes.add(new BasinShape(
                    new ResourceId("r" + shapes.size()),
                    code % MOST_ROWS,
                    code / MOST_ROWS % MOST_ROWS,
                    code / MOST_ROWS / MOST_ROWS % 2 == 1,
                    code / MOST_ROWS / MOST_ROWS / 2 % 2 == 1,
                    null));
        }
        return shapes;
    }
}
