package virdi.ui.sign;

import virdi.telemetry.FlowState;
import virdi.telemetry.Severity;
import virdi.telemetry.TankState;

/** The sign of a state: its shape and its colour. The word is the state's own. */
public record Sign(SignShape shape, Tone tone) {
    /** The sign of a stream. */
    public static Sign of(FlowState flow) {
        SignShape shape = switch (flow) {
            case FLOWING, UNSOLICITED, PRODUCING, SATISFIED -> SignShape.DISC;
            case THROTTLED -> SignShape.VALVE;
            case PAUSED -> SignShape.BARS;
            case BLOCKED -> SignShape.CROSS;
            case STOPPED_TANK_FULL, NOT_READING -> SignShape.SQUARE;
            case WAITING_FOR_REQUEST, SILENT, REQUESTED, IDLE_TANK_FULL, REQUEST_UNANSWERED -> SignShape.RING;
            case STARVING -> SignShape.TRIANGLE;
        };
        return new Sign(shape, Tone.of(flow.severity()));
    }

    /** The sign of a tank. */
    public static Sign of(TankState tank) {
        SignShape shape = switch (tank) {
            case FILLING, DRAINING, STEADY -> SignShape.DISC;
            case FULL -> SignShape.SQUARE;
            case EMPTY -> SignShape.TRIANGLE;
            case NO_PRODUCER, NO_CONSUMER -> SignShape.RING;
        };
        return new Sign(shape, Tone.of(tank.severity()));
    }

    /** The sign of a severity without a state. */
    public static Sign of(Severity severity) {
        SignShape shape = switch (severity) {
            case CALM -> SignShape.RING;
            case GOOD -> SignShape.DISC;
            case HELD -> SignShape.BARS;
            case WARNING -> SignShape.SQUARE;
            case TROUBLE -> SignShape.TRIANGLE;
        };
        return new Sign(shape, Tone.of(severity));
    }
}
