package virdi.telemetry;

import java.util.Set;
import virdi.model.Target;

/**
 * Asks for the past of some targets.
 *
 * @param targets are summed up; none for nothing
 * @param range how far back
 */
public record SeriesQuery(Set<Target> targets, TimeRange range) {
    /** Asks for nothing, which costs nothing. */
    public static final SeriesQuery NONE = new SeriesQuery(Set.of(), TimeRange.MINUTE);

    public SeriesQuery {
        targets = Set.copyOf(targets);
    }
}
