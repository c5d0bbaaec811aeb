package virdi.model;

/**
 * Anything that an operator can select, throttle, end or block.
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

    /** One client's production of one resource. */
    record Production(ClientId client, ResourceId resource) implements Target {}

    /** One consumer of one client. */
    record Consumption(ClientId client, ConsumerId consumer) implements Target {}

    /** Its name in messages: "production of iron by smelter-1". */
    default String label() {
        return switch (this) {
            case OneStream one -> "stream " + one.stream();
            case Client of -> "client " + of.client();
            case Resource of -> "resource " + of.resource();
            case Inflow of -> "the inflow of " + of.resource();
            case Outflow of -> "the outflow of " + of.resource();
            case Production of -> "production of " + of.resource() + " by " + of.client();
            case Consumption of -> "consumer " + of.consumer() + " of " + of.client();
        };
    }
}
