package virdi.ui.map.content;

import java.util.List;
import virdi.telemetry.FlowState;
import virdi.telemetry.StreamView;

/** How a pipe carries what it carries; decides how it is drawn. */
public enum PipeStyle {
    /** Units move freely. */
    FLOWING,
    /** Nothing but an offer: dashed. */
    OFFERED,
    /** An operator has stopped it: a plug. */
    PAUSED,
    /** An operator holds it to a pace: a valve, with units packed before it. */
    THROTTLED,
    /** Units wait before a full tank. */
    STOPPED,
    /** Units wait before a client that does not read. */
    UNREAD;

    static PipeStyle of(FlowState flow) {
        return switch (flow) {
            case FLOWING, UNSOLICITED, PRODUCING, SATISFIED, STARVING, SILENT -> FLOWING;
            case REQUESTED, REQUEST_UNANSWERED, IDLE_TANK_FULL, WAITING_FOR_REQUEST, BLOCKED -> OFFERED;
            case PAUSED -> PAUSED;
            case THROTTLED -> THROTTLED;
            case STOPPED_TANK_FULL -> STOPPED;
            case NOT_READING -> UNREAD;
        };
    }

    /** The pipeStyle they all share, else {@link #FLOWING}: a fold shows a plug only where all are plugged. */
    static PipeStyle shared(List<StreamView> streams) {
        PipeStyle first = of(streams.getFirst().flow());
        for (StreamView stream : streams) {
            if (of(stream.flow()) != first) {
                return FLOWING;
            }
        }
        return first;
    }
}
