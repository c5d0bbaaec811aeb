package virdi.sim;

import java.time.Duration;

/** How a simulated producer behaves towards the broker. */
public sealed interface ProducerBehaviour {
    /** Answers every request and sends for as long as the broker takes. */
    record Diligent() implements ProducerBehaviour {}

    /** Offers and never produces. */
    record IgnoresRequests() implements ProducerBehaviour {}

    /**
     * Answers, but then falls silent with the stream open, again and again.
     *
     * @param speaks how long it sends, counted from the opening of the stream and then from each return
     * @param silent how long it then sends nothing
     */
    record FallsSilent(Duration speaks, Duration silent) implements ProducerBehaviour {
        public FallsSilent {
            if (speaks.isNegative() || !silent.isPositive()) {
                throw new IllegalArgumentException("expected a time to speak of 0 or more and a silence above 0");
            }
        }

        /** Nanoseconds until it speaks again, this long after the opening; 0 while it speaks. */
        long silenceLeftNanos(long sinceOpeningNanos) {
            long cycle = speaks.plus(silent).toNanos();
            long phase = sinceOpeningNanos % cycle;
            return phase < speaks.toNanos() ? 0 : cycle - phase;
        }
    }
}
