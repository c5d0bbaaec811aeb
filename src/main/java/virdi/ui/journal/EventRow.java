package virdi.ui.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.CloseStatus;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Targets;
import virdi.ui.sign.Tone;

/**
 * One line of the events list: an event, or a gap where events were dropped. Immutable.
 *
 * @param sequence rises with time; a gap has that of the event after it
 * @param event null for a gap
 */
record EventRow(
        long sequence,
        String time,
        Sign sign,
        String sentence,
        @Nullable BrokerEvent event) {
    private static final long MICROS_PER_MILLI = 1_000;

    static EventRow of(BrokerEvent event) {
        return new EventRow(
                event.sequence(),
                Figures.clock(event.epochMicros() / MICROS_PER_MILLI),
                sign(event),
                EventSentence.of(event),
                event);
    }

    static EventRow gap(long dropped, long before) {
        String sentence = Figures.count(dropped, "event") + " dropped here: more came than could be kept";
        return new EventRow(before, "", new Sign(SignShape.SQUARE, Tone.WARNING), sentence, null);
    }

    boolean isGap() {
        return event == null;
    }

    /** The target that a click selects: the stream while it is open, else the resource, else the client. */
    Optional<Target> target(Frame frame) {
        if (event == null) {
            return Optional.empty();
        }
        StreamId stream = event.stream();
        if (stream != null) {
            Target one = new Target.OneStream(stream);
            if (Targets.stream(one, frame) != null) {
                return Optional.of(one);
            }
        }
        if (event.resource() != null) {
            return Optional.of(new Target.Resource(event.resource()));
        }
        return Optional.ofNullable(event.client()).map(Target.Client::new);
    }

    private static Sign sign(BrokerEvent event) {
        return switch (event.kind()) {
            case OPENED -> new Sign(SignShape.DISC, Tone.GOOD);
            case ENDED -> ended(event);
            case REFUSED -> new Sign(SignShape.CROSS, Tone.WARNING);
            case REQUESTED -> new Sign(SignShape.RING, Tone.CALM);
            case TANK_FULL -> new Sign(SignShape.SQUARE, Tone.WARNING);
            case DEMAND_RETURNED, RESOURCE_CREATED -> new Sign(SignShape.RING, Tone.FLOW);
            case TANK_EMPTY, SATURATED -> new Sign(SignShape.TRIANGLE, Tone.TROUBLE);
            case CROWDED -> new Sign(SignShape.TRIANGLE, Tone.WARNING);
            case OPERATOR, RULE_LIFTED -> new Sign(SignShape.BARS, Tone.HELD);
        };
    }

    private static Sign ended(BrokerEvent event) {
        CloseStatus.Code code = event.code();
        if (code == null || code == CloseStatus.Code.OK) {
            return new Sign(SignShape.RING, Tone.CALM);
        }
        return switch (code) {
            case OK -> new Sign(SignShape.RING, Tone.CALM);
            case CANCELLED ->
                new Sign(SignShape.RING, event.streamKind() == StreamKind.CONSUMER ? Tone.CALM : Tone.WARNING);
            case RESOURCE_EXHAUSTED -> new Sign(SignShape.SQUARE, Tone.WARNING);
            case ABORTED, PERMISSION_DENIED -> new Sign(SignShape.CROSS, Tone.HELD);
            case INVALID_ARGUMENT,
                    DEADLINE_EXCEEDED,
                    ALREADY_EXISTS,
                    FAILED_PRECONDITION,
                    UNAVAILABLE,
                    UNAUTHENTICATED,
                    UNIMPLEMENTED -> new Sign(SignShape.CROSS, Tone.WARNING);
        };
    }
}
