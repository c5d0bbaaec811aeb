package virdi.model;

import org.jspecify.annotations.Nullable;

/** A rule that an operator has laid down; it survives a restart. */
public sealed interface OperatorRule {
    /**
     * A throttle in force.
     *
     * @param untilEpochMillis when it lifts itself; null for never
     */
    record Throttled(Target target, Pace pace, @Nullable Long untilEpochMillis) implements OperatorRule {}

    /**
     * A block in force.
     *
     * @param untilEpochMillis when it lifts itself; null for never
     */
    record Blocked(Target target, String reason, @Nullable Long untilEpochMillis) implements OperatorRule {}

    /** A capacity that differs from the default. */
    record CapacitySet(ResourceId resource, long capacityUnits) implements OperatorRule {}
}
