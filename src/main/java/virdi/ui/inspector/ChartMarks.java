package virdi.ui.inspector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.CloseStatus;
import virdi.model.OperatorRule;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.telemetry.TimeRange;
import virdi.ui.kit.chart.ChartData;
import virdi.ui.sign.Figures;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Targets;

/**
 * Remembers the marks of charts: throttles and blocks that came, changed and went, and streams that ended. One thread.
 *
 * <p>Each mark keeps its scope, so that the charts of a client or a tank still show the ends of their streams.
 */
final class ChartMarks {
    /** Far more changes than a person makes in an hour. */
    private static final int MOST_RULES = 500;
    /** More ends than can be told apart on an axis; a busy broker's older ones are given up. */
    private static final int MOST_ENDS = 2_000;
    /** A selection of more targets shows no marks. */
    private static final int MOST_TARGETS = 200;

    private static final long MICROS_PER_MILLI = 1_000;

    private final Deque<Noted> ofRules = new ArrayDeque<>();
    private final Deque<Noted> ofEnds = new ArrayDeque<>();
    private final Map<Target, Scope> seen = new HashMap<>();
    private List<OperatorRule> rules = List.of();
    private long heard;
    private long version;
    private boolean started;

    /** @param name of the target */
    private record Noted(Scope scope, String name, ChartData.Mark mark) {}

    private record Held(Target target, boolean block) {}

    /** Compares the rules with those of the frame before, and reads the new events. */
    void show(Frame frame) {
        if (started && !frame.rules().equals(rules)) {
            compare(rules, frame.rules(), frame);
        }
        rules = frame.rules();
        started = true;
        hear(frame.events().events());
    }

    /** Rises with each new mark. */
    long version() {
        return version;
    }

    /** The marks of a selection: its own, those of wider scopes, and those of its parts. */
    List<ChartData.Mark> of(Set<Target> selected, Frame frame) {
        if (selected.size() > MOST_TARGETS) {
            return List.of();
        }
        seen.keySet().retainAll(selected);
        List<Scope> scopes =
                selected.stream().map(target -> scope(target, frame)).toList();
        boolean alone = selected.size() == 1;
        long oldest = frame.epochMillis() - TimeRange.HOUR.millis();
        List<ChartData.Mark> marks = new ArrayList<>();
        for (Deque<Noted> all : List.of(ofRules, ofEnds)) {
            for (Noted noted : all) {
                if (noted.mark().epochMillis() >= oldest
                        && scopes.stream().anyMatch(it -> noted.scope().isIn(it) || it.isIn(noted.scope()))) {
                    boolean itself = alone && noted.scope().isNoMoreThan(scopes.getFirst());
                    marks.add(itself ? noted.mark() : named(noted));
                }
            }
        }
        marks.sort(Comparator.comparingLong(ChartData.Mark::epochMillis));
        return List.copyOf(marks);
    }

    /** Keeps the scopes of open streams for their ends. */
    private Scope scope(Target target, Frame frame) {
        if (!(target instanceof Target.OneStream)) {
            return Scope.of(target, null);
        }
        StreamView stream = Targets.stream(target, frame);
        if (stream != null) {
            seen.put(target, Scope.of(stream));
        }
        return seen.getOrDefault(target, Scope.of(target, null));
    }

    private static ChartData.Mark named(Noted noted) {
        ChartData.Mark mark = noted.mark();
        return new ChartData.Mark(mark.epochMillis(), mark.style(), mark.svg(), noted.name() + " " + mark.words());
    }

    private void compare(List<OperatorRule> olds, List<OperatorRule> news, Frame frame) {
        Map<Held, OperatorRule> before = byTarget(olds);
        Map<Held, OperatorRule> after = byTarget(news);
        after.forEach((held, rule) -> {
            OperatorRule old = before.get(held);
            if (rule instanceof OperatorRule.Throttled now) {
                OperatorRule.Throttled was = (OperatorRule.Throttled) old;
                if (was == null || !was.pace().equals(now.pace())) {
                    throttled(now, was, frame);
                }
            } else if (old == null) {
                note(held.target(), SignShape.CROSS, ChartData.SeriesStyle.HELD, "blocked", frame);
            }
        });
        before.keySet().stream().filter(it -> !after.containsKey(it)).forEach(it -> {
            String words = it.block() ? "block lifted" : "throttle lifted";
            note(it.target(), it.block() ? SignShape.CROSS : SignShape.VALVE, ChartData.SeriesStyle.CALM, words, frame);
        });
    }

    private void throttled(OperatorRule.Throttled now, OperatorRule.@Nullable Throttled was, Frame frame) {
        if (now.pace().isPaused()) {
            note(now.target(), SignShape.BARS, ChartData.SeriesStyle.HELD, "paused", frame);
            return;
        }
        String pace = Figures.rate(now.pace().unitsPerMinute());
        String words = was == null ? "throttled to " + pace : "throttle changed to " + pace;
        note(now.target(), SignShape.VALVE, ChartData.SeriesStyle.HELD, words, frame);
    }

    private void note(Target target, SignShape shape, ChartData.SeriesStyle ink, String words, Frame frame) {
        List<StreamView> open = target instanceof Target.OneStream || target instanceof Target.Consumption
                ? Targets.streams(Set.of(target), frame)
                : List.of();
        Scope scope = Scope.of(target, open.isEmpty() ? null : open.getLast());
        String name = Targets.label(target, frame);
        add(ofRules, MOST_RULES, new Noted(scope, name, mark(frame.epochMillis(), ink, shape, words)));
    }

    private void hear(List<BrokerEvent> events) {
        int first = events.size();
        while (first > 0 && events.get(first - 1).sequence() > heard) {
            first--;
        }
        for (BrokerEvent event : events.subList(first, events.size())) {
            heard = event.sequence();
            if (event.kind() == BrokerEvent.Kind.ENDED) {
                CloseStatus.Code code = event.code();
                boolean well = code == null || code == CloseStatus.Code.OK;
                add(
                        ofEnds,
                        MOST_ENDS,
                        new Noted(
                                Scope.of(event),
                                name(event),
                                mark(
                                        event.epochMicros() / MICROS_PER_MILLI,
                                        well ? ChartData.SeriesStyle.CALM : ChartData.SeriesStyle.WARNING,
                                        well ? SignShape.RING : SignShape.SQUARE,
                                        well ? "ended" : "ended with " + code)));
            }
        }
    }

    private void add(Deque<Noted> all, int most, Noted noted) {
        version++;
        all.addLast(noted);
        if (all.size() > most) {
            all.removeFirst();
        }
    }

    private static String name(BrokerEvent event) {
        if (event.consumer() != null) {
            return event.consumer().value();
        }
        return event.client() == null ? "a stream" : event.client().value();
    }

    private static ChartData.Mark mark(long epochMillis, ChartData.SeriesStyle ink, SignShape shape, String words) {
        return new ChartData.Mark(epochMillis, ink, shape.svg(), words);
    }

    private static Map<Held, OperatorRule> byTarget(List<OperatorRule> rules) {
        Map<Held, OperatorRule> all = new HashMap<>();
        for (OperatorRule rule : rules) {
            if (rule instanceof OperatorRule.Throttled it) {
                all.put(new Held(it.target(), false), it);
            } else if (rule instanceof OperatorRule.Blocked it) {
                all.put(new Held(it.target(), true), it);
            }
        }
        return all;
    }
}
