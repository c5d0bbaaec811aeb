package virdi.model;

import java.time.Duration;

/**
 * The settings of the rules; the defaults are those of the protocol.
 *
 * @param capacityUnits of a tank that nobody has set otherwise; 1 or more
 * @param resumePercent the resume mark as a share of the capacity, 0 to 99
 * @param fillPercent how far a consumer's own buffer is filled, 1 to 100; the rest covers what the network delays
 * @param coalescing the shortest time between two messages to one consumer; zero for none
 * @param firstMessageTimeout how long a production may stay silent before its {@code init_info}; the wire keeps the same for
 *     other streams
 * @param firstRepeat how long an unanswered request waits before it is sent again; doubles each time
 * @param longestRepeat the most that a repeat waits
 * @param createUnknownResources whether an unknown resource is created, or refused with {@code FAILED_PRECONDITION}
 * @param maxStreamsPerClient streams one client may have open; 1 or more
 * @param maxClients clients that may be connected; 1 or more
 * @param maxResources resources that the broker creates; 1 or more
 */
public record BrokerSettings(
        long capacityUnits,
        int resumePercent,
        int fillPercent,
        Duration coalescing,
        Duration firstMessageTimeout,
        Duration firstRepeat,
        Duration longestRepeat,
        boolean createUnknownResources,
        int maxStreamsPerClient,
        int maxClients,
        int maxResources) {
    public static final BrokerSettings DEFAULT = new BrokerSettings(
            10_000,
            75,
            75,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            true,
            10_000,
            10_000,
            10_000);

    public BrokerSettings {
        expect(capacityUnits >= 1 && capacityUnits <= OperatorCommand.MAX_UNITS, "capacity of 1 or more");
        expect(resumePercent >= 0 && resumePercent <= 99, "resume mark of 0 to 99 percent");
        expect(fillPercent >= 1 && fillPercent <= 100, "fill target of 1 to 100 percent");
        expect(!coalescing.isNegative(), "coalescing of 0 or more");
        expect(firstMessageTimeout.isPositive(), "first message timeout above 0");
        expect(firstRepeat.isPositive() && longestRepeat.compareTo(firstRepeat) >= 0, "first repeat <= longest repeat");
        expect(maxStreamsPerClient >= 1 && maxClients >= 1, "limit of one stream and one client or more");
        expect(maxResources >= 1, "limit of one resource or more");
    }

    private static void expect(boolean held, String expected) {
        if (!held) {
            throw new IllegalArgumentException("expected a " + expected);
        }
    }
}
