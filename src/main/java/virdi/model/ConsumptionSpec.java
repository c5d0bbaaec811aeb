package virdi.model;

/**
 * The announcement with which a client opens a consumer, as it stands on the wire: no default or cap is applied. The
 * values that the broker works with are in {@link BrokerSnapshot.ConsumerState}.
 *
 * @param consumer its id within the client
 * @param resource the resource it consumes
 * @param maxRatePerMinute units per minute, 1 to {@link Units#MAX_UINT32}
 * @param announcedLimitUnits size of the client's own buffer, 0 (not said) to {@link Units#MAX_UINT32}
 * @param announcedLevelUnits units that the client's own buffer holds already, 0 to {@link Units#MAX_UINT32}
 */
public record ConsumptionSpec(
        ConsumerId consumer,
        ResourceId resource,
        long maxRatePerMinute,
        long announcedLimitUnits,
        long announcedLevelUnits) {
    public ConsumptionSpec {
        if (maxRatePerMinute < 1 || announcedLimitUnits < 0 || announcedLevelUnits < 0) {
            throw new IllegalArgumentException("not a valid consumption: " + maxRatePerMinute + "/min, buffer "
                    + announcedLevelUnits + " of " + announcedLimitUnits);
        }
    }

    /** The same with another instance of the resource's name: thousands of consumers of a resource share one. */
    public ConsumptionSpec sharing(ResourceId sameResource) {
        return new ConsumptionSpec(consumer, sameResource, maxRatePerMinute, announcedLimitUnits, announcedLevelUnits);
    }
}
