package virdi.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The amounts that wait for the broker, in order: one thread writes, one reads, neither waits. It begins small and grows
 * when more waits, so a thousand slow productions cost little; how much may wait at all is the writer's credit.
 *
 * <p>The writer puts an amount, and before it a larger array if need be, then moves {@code written} with release; whoever
 * reads {@code written} with acquire sees both. An array that the writer has replaced is still right for what the reader
 * knows of.
 */
final class AmountRing {
    /** A thousand slow productions hold these few longs each. */
    private static final int FIRST_PLACES = 16;

    private final int mostWaiting;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    /** Volatile: a reader that already sees a larger array must see what was copied into it. */
    private volatile long[] places;

    /** The value of {@code read} that the writer saw last; at most the present one. */
    private long readSeen;

    /** @param mostWaiting how many amounts may wait at once, a power of two of 16 or more */
    AmountRing(int mostWaiting) {
        this(FIRST_PLACES, mostWaiting);
    }

    /** @param firstPlaces how many amounts may wait before it grows, a power of two of at most {@code mostWaiting} */
    AmountRing(int firstPlaces, int mostWaiting) {
        if (Integer.bitCount(mostWaiting) != 1 || Integer.bitCount(firstPlaces) != 1 || firstPlaces > mostWaiting) {
            throw new IllegalArgumentException("expected two powers of two, the first of at most the second");
        }
        this.mostWaiting = mostWaiting;
        this.places = new long[firstPlaces];
    }

    /**
     * Adds an amount; the writer.
     *
     * @throws IllegalStateException when more wait than may: the writer has overdrawn its credit
     */
    void put(long units) {
        long place = written.getPlain();
        long[] ring = places;
        if (place - readSeen == ring.length) {
            ring = makePlace(place, ring);
        }
        ring[(int) place & (ring.length - 1)] = units;
        written.setRelease(place + 1);
    }

    private long[] makePlace(long place, long[] ring) {
        readSeen = read.getAcquire();
        if (place - readSeen < ring.length) {
            return ring;
        }
        if (ring.length == mostWaiting) {
            throw new IllegalStateException("more than " + mostWaiting + " amounts wait");
        }
        long[] larger = new long[ring.length * 2];
        for (long n = readSeen; n < place; n++) {
            larger[(int) n & (larger.length - 1)] = ring[(int) n & (ring.length - 1)];
        }
        places = larger;
        return larger;
    }

    /** The number of the first amount that has not been put yet; the reader may read all before it. */
    long written() {
        return written.getAcquire();
    }

    /** The number of the first amount that has not been taken; the reader. */
    long read() {
        return read.getPlain();
    }

    /** The amount of a number from {@link #read} to before a {@link #written} that was asked for earlier; the reader. */
    long at(long number) {
        long[] ring = places;
        return ring[(int) number & (ring.length - 1)];
    }

    /** Gives up the places of all amounts before a number; the reader. */
    void takenTo(long number) {
        read.setRelease(number);
    }
}
