package virdi.model;

import java.time.Duration;

/**
 * The settings of the protocol's rules. {@link #builder} starts with the defaults, {@link #toBuilder} with these values.
 *
 * @param capacityUnits capacity of a tank that nobody has set otherwise, 1 to {@link OperatorCommand#MAX_UNITS}
 * @param resumePercent the resume mark as a share of the capacity, 0 to 99
 * @param fillPercent the fill target of a consumer's own buffer as a share of its size, 1 to 100; the rest covers what
 *     the network delays
 * @param coalescing the shortest time between two messages to one consumer; zero for none
 * @param firstMessageTimeout how long a production may stay silent before its {@code init_info}; the wire has the same
 *     limit for other streams
 * @param firstRepeat how long an unanswered request waits before it is sent again; the wait doubles each time
 * @param longestRepeat the longest wait before a repeated request
 * @param createUnknownResources whether an unknown resource is created, or refused with {@code FAILED_PRECONDITION}
 * @param maxStreamsPerClient streams that one client may have open, 1 or more
 * @param maxClients clients that may be connected, 1 or more
 * @param maxResources resources that the broker creates, 1 or more
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
    public static final BrokerSettings DEFAULT = builder().build();

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

    /** A builder that holds the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that holds these values. */
    public Builder toBuilder() {
        return new Builder()
                .capacityUnits(capacityUnits)
                .resumePercent(resumePercent)
                .fillPercent(fillPercent)
                .coalescing(coalescing)
                .firstMessageTimeout(firstMessageTimeout)
                .firstRepeat(firstRepeat)
                .longestRepeat(longestRepeat)
                .createUnknownResources(createUnknownResources)
                .maxStreamsPerClient(maxStreamsPerClient)
                .maxClients(maxClients)
                .maxResources(maxResources);
    }

    /** Changes settings one by one. Its fields hold the defaults, most of which the protocol gives. One thread at a time. */
    public static final class Builder {
        private long capacityUnits = 10_000;
        private int resumePercent = 75;
        private int fillPercent = 75;
        private Duration coalescing = Duration.ofMillis(100);
        private Duration firstMessageTimeout = Duration.ofSeconds(10);
        private Duration firstRepeat = Duration.ofSeconds(1);
        private Duration longestRepeat = Duration.ofSeconds(30);
        private boolean createUnknownResources = true;
        private int maxStreamsPerClient = 10_000;
        private int maxClients = 10_000;
        private int maxResources = 10_000;

        private Builder() {}

        public Builder capacityUnits(long units) {
            capacityUnits = units;
            return this;
        }

        public Builder resumePercent(int percent) {
            resumePercent = percent;
            return this;
        }

        public Builder fillPercent(int percent) {
            fillPercent = percent;
            return this;
        }

        public Builder coalescing(Duration interval) {
            coalescing = interval;
            return this;
        }

        public Builder firstMessageTimeout(Duration timeout) {
            firstMessageTimeout = timeout;
            return this;
        }

        public Builder firstRepeat(Duration wait) {
            firstRepeat = wait;
            return this;
        }

        public Builder longestRepeat(Duration wait) {
            longestRepeat = wait;
            return this;
        }

        public Builder createUnknownResources(boolean create) {
            createUnknownResources = create;
            return this;
        }

        public Builder maxStreamsPerClient(int streams) {
            maxStreamsPerClient = streams;
            return this;
        }

        public Builder maxClients(int clients) {
            maxClients = clients;
            return this;
        }

        public Builder maxResources(int resources) {
            maxResources = resources;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException when a value is out of its range
         */
        public BrokerSettings build() {
            return new BrokerSettings(
                    capacityUnits,
                    resumePercent,
                    fillPercent,
                    coalescing,
                    firstMessageTimeout,
                    firstRepeat,
                    longestRepeat,
                    createUnknownResources,
                    maxStreamsPerClient,
                    maxClients,
                    maxResources);
        }
    }
}
