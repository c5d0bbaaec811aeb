package virdi.model;

import org.jspecify.annotations.Nullable;

/** What an operator has laid down and what survives a restart. */
public sealed interface Rule {
    /**
     * A throttle in force.
     *
     * @param untilEpochMillis when it lifts itself; null for never
     */
    record Throttle(Target target, Pace pace, @Nullable Long untilEpochMillis) implements Rule {}

    /**
     * A block in force.
     *
     * @param untilEpochMillis when it lifts itself; null for never
     */
    record Block(Target target, String reason, @Nullable Long untilEpochMillis) implements Rule {}

    /** A capacity that differs from the default. */
    record Capacity(ResourceId resource, long capacityUnits) implements Rule {}
}
