package virdi.telemetry;

import virdi.model.Peer;

/**
 * One client as people see it.
 *
 * @param peer its name and the address of its newest stream
 * @param streams open streams of any kind
 * @param inPerMinute units taken from its productions per minute
 * @param outPerMinute units handed to its consumers per minute
 * @param state the worst of its streams'
 * @param inState how many of its streams are in that state
 */
public record ClientView(
        Peer peer, int streams, double inPerMinute, double outPerMinute, FlowState state, int inState) {
    public Severity severity() {
        return state.severity();
    }
}
