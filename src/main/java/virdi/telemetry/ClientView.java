package virdi.telemetry;

import virdi.model.Peer;

/**
 * One client in a frame. Immutable.
 *
 * @param peer its name and the address of its newest stream
 * @param streams open streams of any kind
 * @param inPerMinute units per minute that the broker takes from its productions
 * @param outPerMinute units per minute that the broker hands to its consumers
 * @param state the worst state among its streams
 * @param inState how many of its streams are in that state
 */
public record ClientView(
        Peer peer, int streams, double inPerMinute, double outPerMinute, FlowState state, int inState) {
    public Severity severity() {
        return state.severity();
    }
}
