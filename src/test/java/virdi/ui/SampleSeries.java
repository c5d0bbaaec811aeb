package virdi.ui;

import java.util.List;
import java.util.Set;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.StreamView;
import virdi.telemetry.TimeRange;
import virdi.ui.sign.Targets;

/** The past of a {@link SampleWorld}. Stateless. */
final class SampleSeries {
    /** The world at a time. */
    interface Then {
        ResourceView tank(int index, long millis);
    }

    private SampleSeries() {}

    static Series of(SeriesQuery watch, long millis, int tanks, Then then, List<SampleFlow> flows) {
        if (watch.targets().isEmpty()) {
            return Series.NONE;
        }
        int size = TimeRange.POINTS;
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = SampleWorld.EPOCH_MILLIS + ago(watch.range(), millis, i);
        }
        Series series = new Series(
                watch,
                times,
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new long[size],
                new long[size]);
        for (int i = 0; i < size; i++) {
            long at = ago(watch.range(), millis, i);
            for (int tank = 0; tank < tanks; tank++) {
                ResourceView view = then.tank(tank, at);
                if (watch.targets().contains(new Target.Resource(view.id()))) {
                    series.inPerMinute()[i] += view.inPerMinute();
                    series.outPerMinute()[i] += view.outPerMinute();
                    series.level()[i] += view.level();
                    series.unitsIn()[i] += view.state().ledger().accepted();
                    series.unitsOut()[i] += view.state().ledger().delivered();
                }
            }
            for (SampleFlow flow : flows) {
                StreamView view = flow.view(at);
                if (covers(watch.targets(), view)) {
                    add(view, series, i);
                }
            }
        }
        return series;
    }

    private static void add(StreamView view, Series series, int i) {
        series.possiblePerMinute()[i] += view.possiblePerMinute();
        if (view.state() instanceof ConsumerState) {
            series.outPerMinute()[i] += view.actualPerMinute();
            series.unitsOut()[i] += view.units();
            series.level()[i] += view.bufferedUnits();
        } else if (view.kind() == StreamKind.PRODUCTION) {
            series.inPerMinute()[i] += view.actualPerMinute();
            series.unitsIn()[i] += view.units();
        }
    }

    private static boolean covers(Set<Target> targets, StreamView view) {
        return targets.stream().filter(it -> !(it instanceof Target.Resource)).anyMatch(it -> Targets.covers(it, view));
    }

    private static long ago(TimeRange span, long millis, int point) {
        return millis - (TimeRange.POINTS - 1 - point) * 1_000L * span.stepSeconds();
    }
}
