package virdi.engine;

/** The broker's time: nanoseconds since 1970 that never go back. Tests step it by hand. */
public interface BrokerClock {
    long nowNanos();

    /**
     * The machine's time of day when this is called, carried on by its monotonic clock: a correction of the time of day
     * while the broker runs moves nothing.
     */
    static BrokerClock system() {
        long offset = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
        return () -> System.nanoTime() + offset;
    }
}
