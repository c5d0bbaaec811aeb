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
 * The order in which basins need attention: troubled ones first, then busy ones. FX thread only.
 *
 * <p>The user cannot learn a map that keeps changing. So a basin keeps its rank until a new rank has lasted for some
 * time: a short time when the basin gets worse or is new, a long time when it gets better. After a move all ranks rest
 * for a while, so that the next moves happen together. A changed rate alone moves nothing; it counts only when a rank
 * is assigned.
 */
public final class Ranking {
    /** Nanoseconds before a worse basin moves up: short, because the user should see trouble soon. */
    static final long DWELL_WORSE_NANOS = 2_000_000_000L;
    /** Nanoseconds before a better basin moves down: long, because nothing is urgent. */
    static final long DWELL_BETTER_NANOS = 60_000_000_000L;
    /**
     * Nanoseconds during which a basin is new. Its first state says little, because its clients are still connecting.
     */
    static final long SETTLED_NANOS = 10_000_000_000L;
    /** Nanoseconds between two moves. With hundreds of basins, one would otherwise move all the time. */
    static final long REST_NANOS = 10_000_000_000L;

    /** Importance of a basin with a tank in trouble and a known cause. It is above all other levels. */
    private static final int EXPLAINED = 4;

    /**
     * The rank of a basin.
     *
     * @param sinceNanos when the basin was first seen
     */
    private record Rank(ResourceId id, int importance, int busyness, long sinceNanos) {}

    /** A possible new rank, and since when it applies. */
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
     * Updates the ranks from the basins of a frame.
     *
     * @param nanos the frame's time
     * @return whether a known basin has a new rank
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

    /** Returns all basins, the most important first. */
    public List<ResourceId> order() {
        return order;
    }

    /** Returns whether nothing about the basin needs attention. */
    public boolean isQuiet(ResourceId id) {
        Rank rank = ranks.get(id);
        return rank != null && rank.importance() == 0;
    }

    /** Returns whether the tank itself is in trouble and the cause is known. */
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
            // A short problem of one stream should not move a healthy tank.
            case WARNING -> basin.view().severity() == Severity.WARNING ? 2 : 0;
            case HELD -> 1;
            case GOOD, CALM -> 0;
        };
    }
}
