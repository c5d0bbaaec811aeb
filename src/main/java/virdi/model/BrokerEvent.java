package virdi.model;

import org.jspecify.annotations.Nullable;

/**
 * A fact worth telling: journalled once, in order, never conflated.
 *
 * @param sequence 1 for the first event of this run, then without gaps; a reader that finds a gap has missed some
 * @param epochMicros when, in microseconds since 1970
 * @param kind what happened
 * @param stream the stream it happened to, if one
 * @param streamKind its kind, if it happened to a stream
 * @param client whose stream, if one
 * @param resource of which resource, if one
 * @param consumer which consumer, if one
 * @param units accepted, delivered, injected or purged, or streams, as {@code kind} tells; 0 where none
 * @param code the status a stream ended or was refused with
 * @param detail the rest, for people; may be empty
 */
public record BrokerEvent(
        long sequence,
        long epochMicros,
        Kind kind,
        @Nullable StreamId stream,
        @Nullable StreamKind streamKind,
        @Nullable ClientId client,
        @Nullable ResourceId resource,
        @Nullable ConsumerId consumer,
        long units,
        CloseStatus.@Nullable Code code,
        String detail) {
    /** The kinds of event. */
    public enum Kind {
        /** A stream opened. */
        OPENED,
        /** A stream ended; {@code units} were moved on it. */
        ENDED,
        /** A stream was refused before it did anything. */
        REFUSED,
        /** A production request was sent to an offer. */
        REQUESTED,
        /** A tank reached its capacity: demand ended. */
        TANK_FULL,
        /** A tank fell to its resume mark: demand returned. */
        DEMAND_RETURNED,
        /** A tank has no unit left, and a consumer wants some. */
        TANK_EMPTY,
        /** An operator's command took effect. */
        OPERATOR,
        /** A throttle or block lifted itself. */
        RULE_LIFTED,
        /** A resource was seen for the first time. */
        RESOURCE_CREATED,
        /** A connection has so many streams open, {@code units}, that it comes near the limit, after which it must wait. */
        CROWDED,
        /** A sum reached the largest number it can hold and stays there. */
        SATURATED
    }
}
