package virdi.sim;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A condition to wait for. */
final class Unchanging {
    private Unchanging() {}

    /** True when asked and the number is positive and the same as the time before. */
    static Callable<Boolean> number(LongSupplier number) {
        AtomicLong last = new AtomicLong();
        return () -> {
            long now = number.getAsLong();
            return last.getAndSet(now) == now && now > 0;
        };
    }
}
