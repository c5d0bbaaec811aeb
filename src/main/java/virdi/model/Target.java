package virdi.model;

/**
 * What an operator can point at: something to select, to throttle, to end or to block.
 *
 * <p>A {@link Production} and a {@link Consumption} outlive their streams: a rule on one also holds for the stream
 * that the client opens next.
 */
public sealed interface Target {
    /** One open stream of any kind. */
    record OneStream(StreamId stream) implements Target {}

    /** All of one client. A throttle holds for each direction separately. */
    record Client(ClientId client) implements Target {}

    /** A resource with its tank and all its streams. */
    record Resource(ResourceId resource) implements Target {}

    /** All that is produced into a resource. */
    record Inflow(ResourceId resource) implements Target {}

    /** All that is consumed out of a resource. */
    record Outflow(ResourceId resource) implements Target {}

    /** What one client produces of one resource. */
    record Production(ClientId client, ResourceId resource) implements Target {}

    /** One consumer of one client. */
    record Consumption(ClientId client, ConsumerId consumer) implements Target {}
}
