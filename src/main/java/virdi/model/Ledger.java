package virdi.model;

/**
 * The conservation of one resource: {@code opening + accepted + injected = delivered + level + purged}.
 *
 * @param opening units restored when the broker started
 * @param accepted units taken from productions
 * @param injected units added by operators
 * @param delivered units handed to consumers
 * @param level units held now
 * @param purged units discarded by operators
 */
public record Ledger(long opening, long accepted, long injected, long delivered, long level, long purged) {
    /** Units invented (above 0) or lost (below 0); 0 unless the broker has a bug. */
    public long difference() {
        return delivered + level + purged - opening - accepted - injected;
    }
}
