package virdi.sim;

import java.time.Duration;

/**
 * The plan of a simulated consumer.
 *
 * @param consumerId its name within its client
 * @param resourceId what it consumes
 * @param maxRatePerMinute units a minute that it asks for, 1 to 4,294,967,295
 * @param bufferUnits how much its own buffer holds, 1 to 4,294,967,295
 * @param startUnits what its buffer holds at first, 0 or more
 * @param usePerMinute units a minute that it takes out of its buffer; below the rate, the buffer fills in the end
 * @param returnPercent having cancelled because its buffer was full, it comes back when the buffer has fallen to this
 *     share, 0 to 99
 * @param readPause how long it waits before it reads the next message; zero for a client that reads at once
 */
public record ConsumerPlan(
        String consumerId,
        String resourceId,
        long maxRatePerMinute,
        long bufferUnits,
        long startUnits,
        long usePerMinute,
        int returnPercent,
        Duration readPause) {
    private static final int DEFAULT_RETURN_PERCENT = 50;

    public ConsumerPlan {
        expect(maxRatePerMinute >= 1 && maxRatePerMinute <= Uint32.MAX, "rate of 1 to 4,294,967,295 units a minute");
        expect(bufferUnits >= 1 && bufferUnits <= Uint32.MAX, "buffer of 1 to 4,294,967,295 units");
        expect(startUnits >= 0 && usePerMinute >= 0, "start and a use of 0 units or more");
        expect(returnPercent >= 0 && returnPercent <= 99, "return at 0 to 99 percent");
        expect(!readPause.isNegative(), "pause of 0 or more between two messages");
    }

    /** One that uses all it asks for and holds a quarter of a minute's worth. */
    public static ConsumerPlan of(String consumerId, String resourceId, long maxRatePerMinute) {
        return new ConsumerPlan(
                consumerId,
                resourceId,
                maxRatePerMinute,
                Math.max(1, maxRatePerMinute / 4),
                0,
                maxRatePerMinute,
                DEFAULT_RETURN_PERCENT,
                Duration.ZERO);
    }

    /** The same with a buffer of so many units, and so many in it at first. */
    public ConsumerPlan holding(long limit, long atFirst) {
        return new ConsumerPlan(
                consumerId, resourceId, maxRatePerMinute, limit, atFirst, usePerMinute, returnPercent, readPause);
    }

    /** The same, using so many units a minute, and back after a full buffer when it has fallen to this share. */
    public ConsumerPlan using(long unitsPerMinute, int percent) {
        return new ConsumerPlan(
                consumerId, resourceId, maxRatePerMinute, bufferUnits, startUnits, unitsPerMinute, percent, readPause);
    }

    /** The same, waiting so long before it reads the next message. */
    public ConsumerPlan reading(Duration pause) {
        return new ConsumerPlan(
                consumerId, resourceId, maxRatePerMinute, bufferUnits, startUnits, usePerMinute, returnPercent, pause);
    }

    private static void expect(boolean held, String expected) {
        if (!held) {
            throw new IllegalArgumentException("expected a " + expected);
        }
    }
}
