package virdi.telemetry;

/**
 * Figures over the whole broker. Immutable.
 *
 * @param streams open streams
 * @param clients clients with an open stream
 * @param unitsPerMinute units delivered per minute over the last seconds
 * @param messagesPerSecond amounts accepted and deliveries made per second over the last seconds
 * @param tanksFull tanks that are full
 * @param tanksEmpty tanks that are empty while a consumer starves
 * @param starving consumers that starve
 * @param ledgerDifference units lost or invented over all resources; 0 unless the broker has a bug
 */
public record Totals(
        int streams,
        int clients,
        double unitsPerMinute,
        double messagesPerSecond,
        int tanksFull,
        int tanksEmpty,
        int starving,
        long ledgerDifference) {}
