package virdi.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often what moves is drawn, and how much of it at once. FX thread only.
 *
 * <p>A picture of few nodes is drawn whole. Where there are many, so many rows of it are drawn in a pulse that each has its
 * turn when its dots have moved far enough to be seen, and at most in every second pulse: dots go less than two pixels
 * meanwhile, and no pulse has to wait for all of the picture. While it is panned there is one row in a pulse.
 */
final class Cadence {
    private static final double PULSE_NANOS = 1e9 / 60;
    /** Every second pulse of a screen. */
    private static final long HALF_NANOS = 30_000_000L;
    /** Every fourth. */
    private static final long QUARTER_NANOS = 63_000_000L;
    /** So many nodes take more than a third of a pulse to be drawn all anew, as a glide has it. */
    private static final int MOST_FLUENT = 40;

    private Map<Integer, Long> drawn = new HashMap<>();
    private long toldNanos = Long.MIN_VALUE;

    /** Tells that there is something new to be drawn from a time on. */
    void tell(long nanos) {
        toldNanos = nanos;
    }

    /** Tells which rows are in view, and which of them were drawn at a time. */
    void drawn(List<PanCanvas.Row> rows, Share share, long nanos) {
        Map<Integer, Long> now = new HashMap<>();
        rows.forEach(row -> now.put(row.index(), share.has(row.index()) ? nanos : since(row.index())));
        drawn = now;
    }

    /** Whether some row shows what was before the newest was told. */
    boolean isStale() {
        return drawn.values().stream().anyMatch(nanos -> nanos < toldNanos);
    }

    /**
     * What is due at a time.
     *
     * @param gliding whether what stands still is on its way to another place, and dots are not all that moves
     * @param panning whether all of it is moved by a hand: then nobody sees how often dots go on
     */
    Share due(MapViewModel model, boolean gliding, boolean panning, long nanos) {
        boolean many = panning || isMany(model);
        long step = Beads.stepNanos(model.camera().zoom());
        if (gliding) {
            step = many ? HALF_NANOS : Math.min(step, HALF_NANOS);
        } else if (many) {
            step = Math.max(step, panning ? QUARTER_NANOS : HALF_NANOS);
        }
        long latest = nanos - step;
        List<Integer> rows = new ArrayList<>(drawn.keySet());
        rows.removeIf(row -> since(row) > latest);
        if (rows.isEmpty() || !many || gliding) {
            return rows.isEmpty() ? Share.NONE : Share.ALL;
        }
        rows.sort(Comparator.comparingLong(this::since).thenComparing(Comparator.naturalOrder()));
        int turns = panning ? drawn.size() : (int) Math.max(1, Math.round(step / PULSE_NANOS));
        return Share.of(Set.copyOf(rows.subList(0, Math.min(rows.size(), Math.ceilDiv(drawn.size(), turns)))));
    }

    private long since(int row) {
        return drawn.getOrDefault(row, Long.MIN_VALUE);
    }

    /** Whether more is in view than is drawn anew in every pulse. */
    static boolean isMany(MapViewModel model) {
        Box visible = model.camera().visible();
        int nodes = 0;
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(visible)) {
                nodes += basin.producers().size() + basin.consumers().size();
            }
        }
        return nodes > MOST_FLUENT;
    }
}
