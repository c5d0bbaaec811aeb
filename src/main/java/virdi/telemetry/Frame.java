package virdi.telemetry;

import java.util.List;
import java.util.Map;
import virdi.model.BrokerSnapshot;
import virdi.model.OperatorRule;

/**
 * The state of the broker at one instant, for readers. Immutable; any thread. While nothing changes the sampler hands out the
 * same instance, so readers need not repaint.
 *
 * @param sequence rises with every frame
 * @param nanos time on the broker's clock (as {@link BrokerSnapshot#nanos()})
 * @param epochMillis the same instant in milliseconds since 1970
 * @param listening whether the broker lets clients in
 * @param resources ordered by id
 * @param clients ordered by name
 * @param streams ordered by stream id, all kinds
 * @param rules throttles, blocks and capacities in force
 * @param totals figures over all streams
 * @param events the newest events
 * @param series the past that was asked for with {@link FrameSource#watch}
 */
public record Frame(
        long sequence,
        long nanos,
        long epochMillis,
        boolean listening,
        List<ResourceView> resources,
        List<ClientView> clients,
        List<StreamView> streams,
        List<OperatorRule> rules,
        Totals totals,
        EventPage events,
        Map<SeriesQuery, Series> series) {
    /** Before the first snapshot. */
    public static final Frame EMPTY = new Frame(
            0,
            0,
            0,
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Totals(0, 0, 0, 0, 0, 0, 0, 0),
            EventPage.NONE,
            Map.of());

    /** The answer to a query; {@link Series#NONE} when this frame does not carry it. */
    public Series series(SeriesQuery query) {
        return series.getOrDefault(query, Series.NONE);
    }
}
