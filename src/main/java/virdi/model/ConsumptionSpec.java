package virdi.model;

/**
 * What a client asked for when it opened a consumer; defaults of the protocol already applied.
 *
 * @param consumer its id within the client
 * @param resource what it consumes
 * @param maxRatePerMinute units per minute, 1 to 4,294,967,295
 * @param bufferLimitUnits size of the client's own buffer, 1 to 4,294,967,295
 * @param bufferedUnits what the client's own buffer holds already, 0 to {@code bufferLimitUnits}
 */
public record ConsumptionSpec(
        ConsumerId consumer, ResourceId resource, long maxRatePerMinute, long bufferLimitUnits, long bufferedUnits) {
    public ConsumptionSpec {
        if (maxRatePerMinute < 1 || bufferLimitUnits < 1 || bufferedUnits < 0 || bufferedUnits > bufferLimitUnits) {
            throw new IllegalArgumentException("not a valid consumption: " + maxRatePerMinute + "/min, buffer "
                    + bufferedUnits + " of " + bufferLimitUnits);
        }
    }

    /** The same with another instance of the resource's name: thousands of consumers of a resource share one. */
    public ConsumptionSpec sharing(ResourceId sameResource) {
        return new ConsumptionSpec(consumer, sameResource, maxRatePerMinute, bufferLimitUnits, bufferedUnits);
    }

    /** Applies the protocol's defaults: a buffer limit of 0 means {@code maxRate}, a level above the limit means full. */
    public static ConsumptionSpec of(
            ConsumerId consumer, ResourceId resource, long maxRatePerMinute, long bufferLimit, long buffered) {
        long limit = bufferLimit == 0 ? maxRatePerMinute : bufferLimit;
        return new ConsumptionSpec(consumer, resource, maxRatePerMinute, limit, Math.min(buffered, limit));
    }
}
