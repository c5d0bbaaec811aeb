package virdi.simulation;

import java.math.BigInteger;

/**
 * A level that leaks, exactly: sixty-billionths of a unit in big integers. It is written down when something is poured in
 * or taken back and computed from there, so asking changes nothing.
 */
final class ReferenceBucket {
    static final long NEVER = Long.MAX_VALUE;

    /** What a pace of one unit a minute leaks in a nanosecond is one part; a unit has as many as a minute nanoseconds. */
    private static final BigInteger PARTS = BigInteger.valueOf(60_000_000_000L);

    private BigInteger parts;
    private BigInteger pace;
    private long at;

    ReferenceBucket(long units, long unitsPerMinute, long now) {
        parts = parts(units);
        pace = BigInteger.valueOf(unitsPerMinute);
        at = now;
    }

    void pour(long units, long now) {
        parts = partsAt(now).add(parts(units));
        at = now;
    }

    /** Takes back what was poured and is not wanted; never below empty. */
    void takeBack(long units, long now) {
        parts = partsAt(now).subtract(parts(units)).max(BigInteger.ZERO);
        at = now;
    }

    void setPace(long unitsPerMinute, long now) {
        parts = partsAt(now);
        at = now;
        pace = BigInteger.valueOf(unitsPerMinute);
    }

    /** How many whole units fit below the limit; below zero when it is passed. */
    long room(long limit, long now) {
        BigInteger[] room = parts(limit).subtract(partsAt(now)).divideAndRemainder(PARTS);
        return room[0].longValueExact() - (room[1].signum() < 0 ? 1 : 0);
    }

    /** The first nanosecond at which so many units fit below the limit. */
    long timeOfRoom(long limit, long units) {
        BigInteger above = parts.subtract(parts(limit - units));
        if (above.signum() <= 0) {
            return at;
        }
        if (pace.signum() == 0 || limit < units) {
            return NEVER;
        }
        BigInteger time = above.add(pace).subtract(BigInteger.ONE).divide(pace).add(BigInteger.valueOf(at));
        return time.bitLength() > 62 ? NEVER : time.longValueExact();
    }

    /** The level in units, for comparing with what is shown. */
    double level(long now) {
        return partsAt(now).doubleValue() / PARTS.doubleValue();
    }

    private BigInteger partsAt(long now) {
        BigInteger leaked = pace.multiply(BigInteger.valueOf(now - at));
        return parts.subtract(leaked).max(BigInteger.ZERO);
    }

    private static BigInteger parts(long units) {
        return BigInteger.valueOf(units).multiply(PARTS);
    }
}
