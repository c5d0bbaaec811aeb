package virdi.telemetry;

import java.util.List;
import java.util.Map;
import virdi.model.BrokerSnapshot;
import virdi.model.OperatorRule;

/**
 * One picture of the broker for people. Immutable; safe on any thread. When nothing changes the sampler keeps handing
 * out the same instance, so that nobody repaints.
 *
 * @param sequence rises with every frame
 * @param nanos when, on the broker's clock (as {@link BrokerSnapshot#nanos()}); dots move by the difference
 * @param epochMillis the same instant in milliseconds since 1970
 * @param listening whether the broker lets clients in
 * @param resources ordered by id
 * @param clients ordered by name
 * @param streams ordered by stream id, all kinds
 * @param rules throttles, blocks and capacities in force
 * @param totals the status bar's figures
 * @param events the newest events
 * @param pasts of what was asked for with {@link FrameSource#watch}
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
        Map<Watch, Series> pasts) {
    /** Nothing seen yet. */
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

    /** The past of what is watched; {@link Series#NONE} when this frame does not carry it. */
    public Series past(Watch watch) {
        return pasts.getOrDefault(watch, Series.NONE);
    }
}
