package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rows of the picture are drawn in which pulse, with stepped time: sixty pulses a second. */
class CadenceTest {
    private static final long PULSE = 1_000_000_000L / 60;
    private static final int ROWS = 4;

    private final MapViewModel model = new MapViewModel(text -> 7.0 * text.length());
    private final Cadence cadence = new Cadence();

    @Test
    void fewNodesAreDrawnAllAtOnce() {
        show(10, 1);
        assertThat(turns(60)).isNotEmpty().allSatisfy(turn -> assertThat(turn).hasSize(ROWS));
    }

    @Test
    void ofManyNodesHalfIsDrawnInAPulseAndEachHalfInEverySecond() {
        show(200, 1);
        List<List<Integer>> turns = turns(60);
        assertThat(turns).allSatisfy(turn -> assertThat(turn).hasSize(ROWS / 2));
        assertThat(timesDrawn(turns))
                .hasSize(ROWS)
                .allSatisfy((row, times) -> assertThat(times).isBetween(28, 31));
        assertThat(turns.get(10)).as("two pulses after each other").doesNotContainAnyElementsOf(turns.get(11));
    }

    @Test
    void fromFarAQuarterIsDrawnInAPulseSinceDotsAreSlowThere() {
        show(200, 0.15);
        List<List<Integer>> turns = turns(60);
        assertThat(turns).allSatisfy(turn -> assertThat(turn).hasSize(1));
        assertThat(timesDrawn(turns))
                .hasSize(ROWS)
                .allSatisfy((row, times) -> assertThat(times).isBetween(13, 16));
    }

    @Test
    void whileFewNodesArePannedTheirRowsTakeTurns() {
        show(10, 1);
        drawn(Share.ALL, 0);
        assertThat(cadence.due(model, false, true, 3 * PULSE)).isEqualTo(Share.NONE);
        assertThat(cadence.due(model, false, true, 4 * PULSE).rows()).hasSize(ROWS / 4);
    }

    @Test
    void whileFiveRowsArePannedThereIsOneInAPulse() {
        show(200, 1);
        List<PanCanvas.Row> five = new ArrayList<>(rows());
        five.add(new PanCanvas.Row(ROWS, 250 * ROWS, 250));
        cadence.drawn(five, Share.ALL, 0);
        List<Integer> turns = new ArrayList<>();
        for (int pulse = 4; pulse < 9; pulse++) {
            Share due = cadence.due(model, false, true, pulse * PULSE);
            cadence.drawn(five, due, pulse * PULSE);
            turns.addAll(due.rows());
        }
        assertThat(turns).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatGlidesIsDrawnAllAtOnce() {
        show(200, 1);
        drawn(Share.ALL, 0);
        assertThat(cadence.due(model, true, false, PULSE)).isEqualTo(Share.NONE);
        assertThat(cadence.due(model, true, false, 2 * PULSE)).isEqualTo(Share.ALL);
    }

    @Test
    void aRowIsStaleUntilItIsDrawn() {
        show(200, 1);
        drawn(Share.ALL, 0);
        assertThat(cadence.isStale()).isFalse();
        cadence.tell(PULSE);
        assertThat(cadence.isStale()).isTrue();
        Share first = cadence.due(model, false, false, 2 * PULSE);
        drawn(first, 2 * PULSE);
        assertThat(cadence.isStale()).as("the other half waits").isTrue();
        Share second = cadence.due(model, false, false, 3 * PULSE);
        drawn(second, 3 * PULSE);
        assertThat(cadence.isStale()).isFalse();
        assertThat(second).isNotEqualTo(first);
    }

    /** Which rows were drawn in each pulse in which some were, once all have been. */
    private List<List<Integer>> turns(int pulses) {
        drawn(Share.ALL, 0);
        List<List<Integer>> turns = new ArrayList<>();
        for (int pulse = 1; pulse <= pulses; pulse++) {
            Share due = cadence.due(model, false, false, pulse * PULSE);
            drawn(due, pulse * PULSE);
            if (!due.isEmpty()) {
                turns.add(rows().stream()
                        .map(PanCanvas.Row::index)
                        .filter(due::has)
                        .toList());
            }
        }
        return turns;
    }

    private static Map<Integer, Integer> timesDrawn(List<List<Integer>> turns) {
        Map<Integer, Integer> times = new HashMap<>();
        turns.forEach(turn -> turn.forEach(row -> times.merge(row, 1, Integer::sum)));
        return times;
    }

    private void drawn(Share share, long nanos) {
        cadence.drawn(rows(), share, nanos);
    }

    private static List<PanCanvas.Row> rows() {
        List<PanCanvas.Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(new PanCanvas.Row(row, 250 * row, 250));
        }
        return rows;
    }

    private void show(int streams, double zoom) {
        var world = new BusyWorld(streams, 20, streams);
        world.advance(0);
        model.resize(4_000, 4_000, 0);
        model.show(world.latest(), 0);
        model.zoomAbout(zoom / model.camera().zoom(), 2_000, 2_000);
    }
}
