package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.NaturalOrder;
import virdi.model.ResourceId;
import virdi.telemetry.Severity;

/**
 * In which order basins ask for attention: the troubled first, then the busy. FX thread only.
 *
 * <p>A map whose places change cannot be learnt. So a basin keeps its rank until another has held for a while: short
 * when it gets worse or has only just come, long when it gets better; and between two moves the map rests, so that those
 * due move together. A rate alone never moves anything; it counts when the rank is taken.
 */
public final class Ranking {
    static final long DWELL_WORSE_NANOS = 2_000_000_000L;
    static final long DWELL_BETTER_NANOS = 60_000_000_000L;
    /** So long after it was seen first a basin is what it has come to, and no longer what it was while its clients came. */
    static final long SETTLED_NANOS = 10_000_000_000L;
    /** Between two moves: where hundreds of basins fare each their own way, one is always due. */
    static final long REST_NANOS = 10_000_000_000L;

    /** The importance of a basin whose tank itself is in trouble and can say why. */
    private static final int EXPLAINED = 4;

    /** @param sinceNanos when the basin was seen first */
    private record Rank(ResourceId id, int importance, int busyness, long sinceNanos) {}

    /** Since when a basin would rank otherwise. */
    private record Leaning(boolean worse, long sinceNanos) {}

    private static final Comparator<Rank> MOST_IMPORTANT_FIRST = Comparator.comparingInt(Rank::importance)
            .thenComparingInt(Rank::busyness)
            .reversed()
            .thenComparing(rank -> rank.id().value(), NaturalOrder.OF_TEXTS);

    private final Map<ResourceId, Rank> ranks = new HashMap<>();
    private final Map<ResourceId, Leaning> leanings = new HashMap<>();
    private List<ResourceId> order = List.of();
    private long restingUntilNanos = Long.MIN_VALUE;

    /**
     * Takes note of how the basins are now.
     *
     * @param nanos the frame's time
     * @return whether a basin that was there before has another rank now
     */
    public boolean update(List<Basin> basins, long nanos) {
        boolean reordered = false;
        boolean changed = basins.size() != ranks.size();
        Set<ResourceId> present = new HashSet<>();
        for (Basin basin : basins) {
            present.add(basin.id());
            Rank rank = ranks.get(basin.id());
            if (rank == null) {
                ranks.put(basin.id(), rank(basin, nanos));
                changed = true;
            } else if (importance(basin) == rank.importance()) {
                leanings.remove(basin.id());
            } else if (hasDwelt(basin, rank, nanos) && nanos >= restingUntilNanos) {
                ranks.put(basin.id(), rank(basin, rank.sinceNanos()));
                leanings.remove(basin.id());
                reordered = true;
            }
        }
        if (reordered) {
            restingUntilNanos = nanos + REST_NANOS;
        }
        ranks.keySet().retainAll(present);
        leanings.keySet().retainAll(present);
        if (changed || reordered) {
            List<Rank> sorted = new ArrayList<>(ranks.values());
            sorted.sort(MOST_IMPORTANT_FIRST);
            order = sorted.stream().map(Rank::id).toList();
        }
        return reordered;
    }

    /** All basins, the most important first. */
    public List<ResourceId> order() {
        return order;
    }

    /** Whether nothing about the basin asks for attention. */
    public boolean isQuiet(ResourceId id) {
        Rank rank = ranks.get(id);
        return rank != null && rank.importance() == 0;
    }

    /** Whether the tank itself is in trouble and can say why. */
    public boolean isExplained(ResourceId id) {
        Rank rank = ranks.get(id);
        return rank != null && rank.importance() == EXPLAINED;
    }

    private boolean hasDwelt(Basin basin, Rank rank, long nanos) {
        boolean worse = importance(basin) > rank.importance();
        @Nullable Leaning leaning = leanings.get(basin.id());
        if (leaning == null || leaning.worse() != worse) {
            leanings.put(basin.id(), new Leaning(worse, nanos));
            return false;
        }
        boolean settled = leaning.sinceNanos() - rank.sinceNanos() >= SETTLED_NANOS;
        return nanos - leaning.sinceNanos() >= (worse || !settled ? DWELL_WORSE_NANOS : DWELL_BETTER_NANOS);
    }

    private static Rank rank(Basin basin, long sinceNanos) {
        double perMinute = basin.view().inPerMinute() + basin.view().outPerMinute();
        return new Rank(basin.id(), importance(basin), (int) Math.round(Math.log10(1 + perMinute)), sinceNanos);
    }

    private static int importance(Basin basin) {
        if (basin.view().severity() == Severity.TROUBLE && basin.view().why() != null) {
            return EXPLAINED;
        }
        return switch (basin.severity()) {
            case TROUBLE -> 3;
            // A stream's own hiccup is no reason to move a tank that is well.
            case WARNING -> basin.view().severity() == Severity.WARNING ? 2 : 0;
            case HELD -> 1;
            case GOOD, CALM -> 0;
        };
    }
}
