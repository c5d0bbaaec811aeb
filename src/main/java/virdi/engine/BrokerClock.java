package virdi.engine;

import java.util.concurrent.TimeUnit;

/** The broker's time: nanoseconds since 1970 that never go back. Tests step it by hand. */
public interface BrokerClock {
    long nowNanos();

    /**
     * The machine's time of day when this is called, carried on by its monotonic clock: a correction of the time of day
     * while the broker runs moves nothing.
     */
    static BrokerClock system() {
        long offset = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();
        return () -> System.nanoTime() + offset;
    }
}
