package virdi.ui.inspector;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.ClientView;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.StreamView;
import virdi.telemetry.TimeRange;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Act;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.PaceScale;
import virdi.ui.sign.Targets;

/** The contents of the inspector and the commands of its controls. One thread, the FX thread in the window. */
public final class InspectorViewModel {
    /** Summing up thousands of targets takes too long for every frame; above this many it is done four times a second. */
    private static final int MANY = 200;

    private static final long MANY_NANOS = 250_000_000L;

    private final Selection<Target> selection;
    private final Consumer<OperatorCommand> submit;
    private final Supplier<Set<StreamId>> closing;
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(Sheet.NOTHING);
    private final ReadOnlyObjectWrapper<List<ThrottleModel>> throttles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Charts> charts = new ReadOnlyObjectWrapper<>(Charts.NONE);
    private final ReadOnlyObjectWrapper<TimeRange> range = new ReadOnlyObjectWrapper<>(TimeRange.TEN_MINUTES);
    private final ReadOnlyObjectWrapper<SeriesQuery> watch = new ReadOnlyObjectWrapper<>(SeriesQuery.NONE);
    private final ChartMarks marks = new ChartMarks();
    private Frame frame = Frame.EMPTY;
    private long updatedNanos;
    private @Nullable Series charted;
    private long chartedMarks;
    private @Nullable StreamView lastSeen;

    public InspectorViewModel(Selection<Target> selection, Consumer<OperatorCommand> submit) {
        this(selection, submit, Set::of);
    }

    /** @param closing the streams that are being closed */
    public InspectorViewModel(
            Selection<Target> selection, Consumer<OperatorCommand> submit, Supplier<Set<StreamId>> closing) {
        this.selection = selection;
        this.submit = submit;
        this.closing = closing;
        selection.onChange(this::selected);
    }

    /** Shows another frame. */
    public void show(Frame next) {
        frame = next;
        marks.show(next);
        if (selection.items().size() <= MANY || next.nanos() - updatedNanos >= MANY_NANOS) {
            update();
        }
    }

    /** The query for the charts. */
    public ReadOnlyObjectProperty<SeriesQuery> watchProperty() {
        return watch.getReadOnlyProperty();
    }

    /** Sets the range of the charts, for later selections, too; an ended stream keeps the range it has. */
    void setRange(TimeRange next) {
        if (next != range.get() && !charts.get().isOver()) {
            range.set(next);
            ask();
        }
    }

    /** Follows a link; a production or a consumption leads to its open stream, which the map can show. */
    void go(Target target) {
        boolean lasting = target instanceof Target.Production || target instanceof Target.Consumption;
        List<StreamView> open = lasting ? Targets.streams(Set.of(target), frame) : List.of();
        selection.select(
                open.isEmpty() ? target : new Target.OneStream(open.getLast().id()));
    }

    /** The target of a cause's link; null when it is the selection itself. */
    @Nullable
    Target elsewhere(Target culprit) {
        Target only = selection.items().size() == 1 ? selection.lead() : null;
        StreamView stream = only == null ? null : Targets.stream(only, frame);
        boolean itself = culprit.equals(only) || (stream != null && culprit.equals(FrameSelection.lasting(stream)));
        return itself ? null : culprit;
    }

    /** The selection, for dialogs. */
    Set<Target> selectedTargets() {
        return selection.items();
    }

    /** The name of a target now. */
    String name(Target target) {
        return Targets.label(target, frame);
    }

    ReadOnlyObjectProperty<Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** The throttles of the selection; the same models while the selection stays. */
    ReadOnlyObjectProperty<List<ThrottleModel>> throttlesProperty() {
        return throttles.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Charts> chartsProperty() {
        return charts.getReadOnlyProperty();
    }

    /** How far back the charts look. */
    ReadOnlyObjectProperty<TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    private void selected() {
        lastSeen = null;
        charted = null;
        charts.set(Charts.NONE);
        ask();
        throttles.set(List.of());
        update();
    }

    private void update() {
        updatedNanos = frame.nanos();
        sheet.set(write());
        FrameSelection selected = FrameSelection.of(selection.items(), frame);
        List<Target> valves =
                sheet.get().acts().contains(Act.THROTTLE) && selection.items().size() == 1
                        ? selected.valves()
                        : List.of();
        if (!valves.equals(throttles.get().stream().map(ThrottleModel::valve).toList())) {
            throttles.set(valves.stream().map(this::throttle).toList());
        }
        List<OperatorRule.Throttled> rules = selected.throttles();
        for (ThrottleModel throttle : throttles.get()) {
            throttle.show(ruleOf(throttle.valve(), rules), reference(throttle.valve()), frame);
        }
        drawCharts();
    }

    private Sheet write() {
        if (selection.isEmpty()) {
            return Sheet.NOTHING;
        }
        if (selection.items().size() > 1) {
            return Sheets.ofMany(FrameSelection.of(selection.items(), frame));
        }
        Target target = Objects.requireNonNull(selection.lead());
        StreamView stream = Targets.stream(target, frame);
        if (stream != null) {
            lastSeen = stream;
            return StreamSheets.of(stream, frame, closing.get().contains(stream.id()));
        }
        if (lastSeen != null) {
            return StreamSheets.ended(lastSeen, successor(lastSeen), frame);
        }
        ResourceView tank = Targets.resource(target, frame);
        if (tank != null) {
            return Sheets.of(tank, frame);
        }
        ClientView client = Targets.client(target, frame);
        if (client != null) {
            return Sheets.of(client, frame);
        }
        List<StreamView> streams = Targets.streams(Set.of(target), frame);
        return streams.isEmpty()
                ? Sheets.absent(target)
                : StreamSheets.of(
                        streams.getLast(),
                        frame,
                        closing.get().contains(streams.getLast().id()));
    }

    private @Nullable StreamView successor(StreamView ended) {
        Target lasting = FrameSelection.lasting(ended);
        return frame.streams().stream()
                .filter(it ->
                        it.kind() == ended.kind() && FrameSelection.lasting(it).equals(lasting))
                .findFirst()
                .orElse(null);
    }

    private ThrottleModel throttle(Target valve) {
        String name = switch (valve) {
            case Target.Outflow ignored -> "Throttle outflow";
            case Target.Inflow ignored -> "Throttle inflow";
            case Target.Client ignored -> "Throttle each direction";
            default -> "Throttle";
        };
        return new ThrottleModel(valve, name, submit);
    }

    /** The rule on a valve itself, else the one on the selected stream that the valve stands for. */
    private static OperatorRule.@Nullable Throttled ruleOf(Target valve, List<OperatorRule.Throttled> rules) {
        OperatorRule.Throttled found = null;
        for (OperatorRule.Throttled rule : rules) {
            if (rule.target().equals(valve)) {
                return rule;
            }
            if (rule.target() instanceof Target.OneStream) {
                found = rule;
            }
        }
        return found;
    }

    private double reference(Target valve) {
        double most = Targets.streams(Set.of(valve), frame).stream()
                .filter(it -> it.kind() != StreamKind.OFFER)
                .mapToDouble(FrameSelection::mostPerMinute)
                .sum();
        return most > 0 ? most : PaceScale.DEFAULT_REFERENCE;
    }

    private void ask() {
        Set<Target> targets = selection.items();
        watch.set(Charts.areAlike(targets) ? new SeriesQuery(targets, range.get()) : SeriesQuery.NONE);
    }

    /** Updates the charts. The charts of ended targets stay and get the mark of the end. */
    private void drawCharts() {
        Series found = frame.series(watch.get());
        boolean answered = found.query().equals(watch.get());
        boolean over = answered && found.size() == 0;
        if (answered && !over && !found.equals(charted)) {
            charted = found;
            chartedMarks = marks.version();
            charts.set(Charts.of(found, frame, marks.of(selection.items(), frame)));
        } else if (charted != null
                && (chartedMarks != marks.version() || over != charts.get().isOver())) {
            chartedMarks = marks.version();
            charts.set(charts.get().with(marks.of(selection.items(), frame), over));
        }
    }
}
