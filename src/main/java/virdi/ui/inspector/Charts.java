package virdi.ui.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.StreamView;
import virdi.ui.kit.chart.ChartData;
import virdi.ui.kit.chart.ChartData.Line;
import virdi.ui.kit.chart.ChartData.SeriesStyle;
import virdi.ui.sign.Targets;

/**
 * The data of a selection's charts. Several targets are summed up if they are alike: the sum of a tank and a client means
 * nothing. Immutable.
 *
 * @param rate units per minute
 * @param level units in a tank or a buffer
 * @param totals units moved since the beginning
 * @param levelLeads whether the level comes first, else the rate
 */
record Charts(ChartData rate, ChartData level, ChartData totals, boolean levelLeads) {
    static final Charts NONE = new Charts(ChartData.NONE, ChartData.NONE, ChartData.NONE, false);

    /** Whether the targets are alike, so that their past can be summed up. */
    static boolean areAlike(Set<Target> targets) {
        return !targets.isEmpty()
                && (targets.stream().allMatch(Charts::isTank)
                        || targets.stream().allMatch(Target.Client.class::isInstance)
                        || targets.stream().allMatch(Charts::isOfStreams));
    }

    static Charts of(Series series, Frame frame, List<ChartData.Mark> marks) {
        Set<Target> targets = series.query().targets();
        if (series.size() == 0 || targets.isEmpty()) {
            return NONE;
        }
        Target first = targets.iterator().next();
        if (isTank(first)) {
            return ofTanks(series, frame, marks);
        }
        return first instanceof Target.Client ? ofClients(series, marks) : ofStreams(series, frame, marks);
    }

    /**
     * The same past with other marks.
     *
     * @param over whether the targets have ended
     */
    Charts with(List<ChartData.Mark> marks, boolean over) {
        return new Charts(rate.with(marks, over), level.with(marks, over), totals.with(marks, over), levelLeads);
    }

    /** Whether the targets have ended, so that the charts do not change any more. */
    boolean isOver() {
        return rate.over();
    }

    private static Charts ofTanks(Series series, Frame frame, List<ChartData.Mark> marks) {
        List<ResourceView> tanks = series.query().targets().stream()
                .map(it -> Targets.resource(it, frame))
                .filter(it -> it != null)
                .distinct()
                .toList();
        double capacity = tanks.stream()
                .mapToDouble(it -> it.state().marks().capacityUnits())
                .sum();
        double resume = tanks.stream()
                .mapToDouble(it -> it.state().marks().resumeUnits())
                .sum();
        return new Charts(
                chart(
                        series,
                        marks,
                        new Line("out", SeriesStyle.MAIN, series.outPerMinute()),
                        new Line("in", SeriesStyle.SECOND, series.inPerMinute())),
                chart(
                        series,
                        marks,
                        new Line("level", SeriesStyle.MAIN, series.level()),
                        constant("capacity", SeriesStyle.BOUND, capacity, series),
                        constant("resume", SeriesStyle.LIMIT, resume, series)),
                chart(
                        series,
                        marks,
                        new Line("delivered", SeriesStyle.MAIN, doubles(series.unitsOut())),
                        new Line("accepted", SeriesStyle.SECOND, doubles(series.unitsIn()))),
                true);
    }

    /** A direction without any units is left out: a total of 0 would only flatten the other line. */
    private static Charts ofClients(Series series, List<ChartData.Mark> marks) {
        boolean in = moved(series.unitsIn());
        boolean out = moved(series.unitsOut()) || !in;
        List<Line> rates = new ArrayList<>();
        List<Line> totals = new ArrayList<>();
        if (out) {
            rates.add(new Line("consumes", SeriesStyle.MAIN, series.outPerMinute()));
            totals.add(new Line("delivered", SeriesStyle.MAIN, doubles(series.unitsOut())));
        }
        if (in) {
            rates.add(new Line("produces", out ? SeriesStyle.SECOND : SeriesStyle.MAIN, series.inPerMinute()));
            totals.add(new Line("accepted", out ? SeriesStyle.SECOND : SeriesStyle.MAIN, doubles(series.unitsIn())));
        }
        return new Charts(
                chart(series, marks, rates.toArray(Line[]::new)),
                ChartData.NONE,
                chart(series, marks, totals.toArray(Line[]::new)),
                false);
    }

    private static Charts ofStreams(Series series, Frame frame, List<ChartData.Mark> marks) {
        Set<Target> targets = series.query().targets();
        List<StreamView> streams = Targets.streams(targets, frame);
        boolean in = hasAny(streams, it -> it.kind() == StreamKind.PRODUCTION) || moved(series.unitsIn());
        boolean out = hasAny(streams, it -> it.kind() == StreamKind.CONSUMER) || moved(series.unitsOut());
        if (!in && !out) {
            return NONE; // offers move nothing
        }
        if (in && out) {
            return ofClients(series, marks);
        }
        double[] actual = in ? series.inPerMinute() : series.outPerMinute();
        long[] units = in ? series.unitsIn() : series.unitsOut();
        ChartData buffers = in
                ? ChartData.NONE
                : chart(
                        series,
                        marks,
                        new Line("level", SeriesStyle.MAIN, series.level()),
                        constant("room", SeriesStyle.BOUND, room(streams), series));
        return new Charts(
                chart(
                        series,
                        marks,
                        new Line("actual", SeriesStyle.MAIN, actual),
                        new Line("possible", SeriesStyle.BOUND, series.possiblePerMinute())),
                buffers,
                chart(series, marks, new Line(in ? "accepted" : "delivered", SeriesStyle.MAIN, doubles(units))),
                false);
    }

    private static double room(List<StreamView> streams) {
        return streams.stream()
                .mapToDouble(it -> it.state() instanceof ConsumerState state ? state.bufferLimitUnits() : 0)
                .sum();
    }

    private static ChartData chart(Series series, List<ChartData.Mark> marks, Line... lines) {
        return new ChartData(
                series.query().targets(),
                series.query().range().millis(),
                series.epochMillis(),
                Arrays.stream(lines).filter(it -> it.values().length > 0).toList(),
                marks,
                false);
    }

    /** No line for a tank that has gone: it has no capacity. */
    private static Line constant(String name, SeriesStyle ink, double value, Series series) {
        double[] values = new double[value > 0 ? series.size() : 0];
        Arrays.fill(values, value);
        return new Line(name, ink, values);
    }

    private static double[] doubles(long[] units) {
        return Arrays.stream(units).asDoubleStream().toArray();
    }

    private static boolean moved(long[] units) {
        return units.length > 0 && units[units.length - 1] > 0;
    }

    private static boolean hasAny(List<StreamView> streams, Predicate<StreamView> wanted) {
        return streams.stream().anyMatch(wanted);
    }

    private static boolean isTank(Target target) {
        return target instanceof Target.Resource || target instanceof Target.Inflow || target instanceof Target.Outflow;
    }

    private static boolean isOfStreams(Target target) {
        return target instanceof Target.OneStream
                || target instanceof Target.Production
                || target instanceof Target.Consumption;
    }
}
