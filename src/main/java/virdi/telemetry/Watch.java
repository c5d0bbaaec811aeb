package virdi.telemetry;

import java.util.Set;
import virdi.model.Target;

/**
 * What somebody wants to see the past of.
 *
 * @param targets to be summed up; none for nothing
 */
public record Watch(Set<Target> targets, Span span) {
    /** Nothing, which costs nothing. */
    public static final Watch NONE = new Watch(Set.of(), Span.MINUTE);

    public Watch {
        targets = Set.copyOf(targets);
    }
}
