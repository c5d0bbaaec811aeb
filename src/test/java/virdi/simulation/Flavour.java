package virdi.simulation;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The kind of world that a history plays in: how large its numbers are, how crowded it is, how fast it goes. */
enum Flavour {
    /** Numbers so small that every mark is hit all the time. */
    SMALL(3, 2, 3, 20, 12, 2_000, 30, 2_000),
    ORDINARY(4, 2, 4, 2_000, 500, 20_000, 3_000, 1_500),
    TENS_OF_THOUSANDS(4, 2, 4, 100_000, 50_000, 20_000_000, 200_000, 1_000),
    /** The largest numbers that the wire carries beside the smallest. */
    EXTREMES(3, 2, 3, 1_000_000_000_000_000L, 0xFFFF_FFFFL, 0xFFFF_FFFFL, 0xFFFF_FFFFL, 60_000),
    /** A few units a minute, for days. */
    DAYS(2, 1, 2, 200, 40, 4, 30, 40_000_000),
    /** Many who want more than there is. */
    SCARCE(10, 1, 3, 1_000, 30, 60_000, 2_000, 700);

    /** How often a number is the largest or the smallest instead of any. */
    private static final double EXTREME_SHARE = 0.1;

    final int clients;
    final int resources;
    final int consumersPerClient;
    private final long mostCapacity;
    private final long mostAmount;
    private final long mostRate;
    private final long mostBuffer;
    private final long longestWaitMillis;

    Flavour(
            int clients,
            int resources,
            int consumersPerClient,
            long mostCapacity,
            long mostAmount,
            long mostRate,
            long mostBuffer,
            long longestWaitMillis) {
        this.clients = clients;
        this.resources = resources;
        this.consumersPerClient = consumersPerClient;
        this.mostCapacity = mostCapacity;
        this.mostAmount = mostAmount;
        this.mostRate = mostRate;
        this.mostBuffer = mostBuffer;
        this.longestWaitMillis = longestWaitMillis;
    }

    long capacity(RandomGenerator random) {
        return 1 + any(random, mostCapacity - 1);
    }

    long amount(RandomGenerator random) {
        return any(random, mostAmount);
    }

    long rate(RandomGenerator random) {
        return 1 + any(random, mostRate - 1);
    }

    long buffer(RandomGenerator random) {
        return any(random, mostBuffer);
    }

    /** A throttle's pace; one time in five it pauses. */
    long pace(RandomGenerator random) {
        return random.nextInt(5) == 0 ? 0 : any(random, mostRate);
    }

    long waitNanos(RandomGenerator random) {
        return any(random, TimeUnit.MILLISECONDS.toNanos(longestWaitMillis));
    }

    /** How long a rule holds: as long as a few steps. */
    long ruleMillis(RandomGenerator random) {
        return any(random, 3 * longestWaitMillis);
    }

    /** A number up to the most; small ones are as likely as large ones. */
    private static long any(RandomGenerator random, long most) {
        double kind = random.nextDouble();
        if (kind < EXTREME_SHARE) {
            return kind < EXTREME_SHARE / 2 ? most : 0;
        }
        return Math.min(most, (long) Math.expm1(random.nextDouble() * Math.log1p(most)));
    }
}
