package virdi.ui.map.content;

import java.util.List;
import virdi.telemetry.FlowState;
import virdi.telemetry.StreamView;

/** How a pipe is drawn, depending on the state of its flow. */
public enum PipeStyle {
    /** Units move freely. */
    FLOWING,
    /** There is only an offer. The pipe is dashed. */
    OFFERED,
    /** An operator has paused the flow. The pipe shows a plug. */
    PAUSED,
    /** An operator limits the flow. The pipe shows a valve with units packed before it. */
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

    /**
     * Returns the style that all streams share, else {@link #FLOWING}. A fold shows a plug only when all its members
     * are paused.
     */
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
