package virdi.sim;

/**
 * The plan of a simulated producer.
 *
 * @param resourceId what it offers and produces
 * @param unitsPerMinute how much it sends when nothing holds it back; 0 opens streams and sends nothing
 * @param unitsPerMessage units in each message, 1 to 4,294,967,295
 * @param jitter 0 to 1: the share of the time between two messages by which one may be early; the mean rate stays
 * @param manner how it behaves
 */
public record ProducerPlan(
        String resourceId, long unitsPerMinute, long unitsPerMessage, double jitter, ProducerBehaviour manner) {
    public ProducerPlan {
        if (unitsPerMinute < 0 || unitsPerMessage < 1 || unitsPerMessage > Uint32.MAX) {
            throw new IllegalArgumentException("expected 0 or more units a minute in messages of 1 to 4,294,967,295");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("expected a jitter of 0 to 1");
        }
    }

    /** An even and diligent producer that sends about twice a second. */
    public static ProducerPlan of(String resourceId, long unitsPerMinute) {
        long twiceASecond = Math.clamp(unitsPerMinute / 120, 1, Uint32.MAX);
        return new ProducerPlan(resourceId, unitsPerMinute, twiceASecond, 0, new ProducerBehaviour.Diligent());
    }

    /** The same in messages of so many units. */
    public ProducerPlan inMessagesOf(long units) {
        return new ProducerPlan(resourceId, unitsPerMinute, units, jitter, manner);
    }

    /** The same with jitter, 0 to 1. */
    public ProducerPlan jittered(double share) {
        return new ProducerPlan(resourceId, unitsPerMinute, unitsPerMessage, share, manner);
    }

    /** The same with another manner. */
    public ProducerPlan behaving(ProducerBehaviour other) {
        return new ProducerPlan(resourceId, unitsPerMinute, unitsPerMessage, jitter, other);
    }
}
