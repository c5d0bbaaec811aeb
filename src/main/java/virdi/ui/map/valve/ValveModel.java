package virdi.ui.map.valve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Valve;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.ParsedInput;
import virdi.ui.sign.ThrottlePreview;

/**
 * The valves under the operator's hand: at most one is held, any number wait to be shown as they were set. FX thread
 * only; knows no scene.
 *
 * <p>Nothing is sent while a valve is held. Letting go sends once, giving up never does. What was sent is "setting" until
 * a frame shows it; what no frame shows in time was refused, and the valve goes back.
 */
public final class ValveModel {
    /** The state of one valve. */
    public enum ValveState {
        /** As the frame shows it. */
        RESTING,
        /** The pointer is at it. */
        POINTED,
        DRAGGED,
        /** Turned by the wheel; it is let go by leaving it alone. */
        WHEELED,
        /** Turned by keys. */
        KEYED,
        /** Its number is being typed. */
        TYPED,
        /** Set, but no frame shows that yet. */
        SETTING
    }

    /** So far a hand moves from shut to fully open, in pixels. */
    public static final double TRAVEL_PIXELS = 180;

    /** With Shift, the same way turns it by so much of that. */
    private static final double FINE = 0.2;

    /** The wheel has no end: after so long without a turn it was meant. */
    private static final long SETTLE_NANOS = 600_000_000L;

    /** Commands take effect within 100 ms; what is not so after this was refused. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private final MapViewModel map;
    private final Map<MapElement, Wish> wishes = new HashMap<>();
    private final Set<MapElement> marked = new HashSet<>();
    private @Nullable Consumer<List<OperatorCommand>> door;
    private Frame frame = Frame.EMPTY;
    private @Nullable MapElement pointed;
    private @Nullable Valve held;
    private ValveState hold = ValveState.RESTING;
    private double position;
    private double start;
    private @Nullable Pace pace;
    private ThrottlePreview preview = ThrottlePreview.NONE;
    private long now;
    private long turnedAt;

    /** Settings that were sent and that no frame shows yet; a null pace lifts the throttle. */
    private record Wish(@Nullable Pace pace, List<OperatorCommand> commands, long sentNanos) {
        boolean isFulfilled(Frame frame) {
            for (OperatorCommand command : commands) {
                if (command instanceof OperatorCommand.Throttle wanted && !holds(frame, wanted.target(), wanted.pace())
                        || command instanceof OperatorCommand.Unthrottle lift && holds(frame, lift.target(), null)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a throttle is in force on a target; null for any pace. */
        private static boolean holds(Frame frame, Target target, @Nullable Pace pace) {
            return frame.rules().stream()
                    .anyMatch(it -> it instanceof OperatorRule.Throttled throttle
                            && throttle.target().equals(target)
                            && (pace == null || throttle.pace().equals(pace)));
        }
    }

    public ValveModel(MapViewModel map) {
        this.map = map;
    }

    /** Takes the receiver of the commands, those of one act together. Without a receiver no valve can be touched. */
    public void sendTo(Consumer<List<OperatorCommand>> taker) {
        door = taker;
    }

    /** Whether somebody takes commands, so that valves can be turned. */
    boolean isServed() {
        return door != null;
    }

    /** Takes the frame that the map shows by now. */
    public void show(Frame newest) {
        frame = newest;
        wishes.entrySet()
                .removeIf(it -> map.node(it.getKey()) == null || it.getValue().isFulfilled(newest));
        Valve before = held;
        if (before != null) {
            Valve after = valve(before.element());
            if (after == null) {
                giveUp();
            } else {
                held = after.onScaleOf(before);
                foresee();
            }
        }
        mark();
    }

    /**
     * Moves on to a time.
     *
     * @return whether something will happen by itself a moment later
     */
    public boolean advance(long nanos) {
        now = nanos;
        if (hold == ValveState.WHEELED && nanos - turnedAt >= SETTLE_NANOS) {
            letGo();
        }
        if (wishes.values().removeIf(it -> nanos - it.sentNanos() >= PATIENCE_NANOS)) {
            mark();
        }
        return hold == ValveState.WHEELED || !wishes.isEmpty();
    }

    /** The pointer is at a valve, or at none. */
    public boolean point(@Nullable MapElement element) {
        boolean news = !Objects.equals(element, pointed);
        pointed = element;
        return news;
    }

    /**
     * A hand, the keyboard or a number takes a valve; what else was held is given up.
     *
     * @return whether there is such a valve
     */
    public boolean take(MapElement element, ValveState how) {
        if (held != null && hold == ValveState.WHEELED && !held.element().equals(element)) {
            letGo();
        }
        Valve valve = valve(element);
        if (valve == null || door == null) {
            return false;
        }
        Wish wish = wishes.get(element);
        boolean goesOn = held != null && held.element().equals(element) && hold != ValveState.RESTING;
        if (!goesOn) {
            pace = wish == null ? valve.pace() : wish.pace();
            position = valve.position(pace);
            start = position;
            held = valve;
        }
        hold = how;
        turnedAt = now;
        foresee();
        mark();
        return true;
    }

    /** The hand that holds the valve moved up by so many pixels. */
    public void drag(double pixels, boolean fine) {
        Valve valve = held;
        if (valve != null) {
            position = Math.clamp(position + pixels / TRAVEL_PIXELS * (fine ? FINE : 1), 0, Valve.NO_LIMIT);
            pace = valve.paceAt(position);
            foresee();
        }
    }

    /** Turns the valve that is held to the next pace. */
    void step(boolean up, boolean coarse) {
        Valve valve = held;
        if (valve != null) {
            set(valve.beside(pace, up, coarse));
            turnedAt = now;
        }
    }

    /** Turns the valve that is held to a pace; null opens it. */
    void set(@Nullable Pace to) {
        Valve valve = held;
        if (valve != null) {
            pace = to;
            position = valve.position(to);
            foresee();
        }
    }

    /**
     * Takes what is being typed; blank means no limit.
     *
     * @return what is wrong with it; empty when nothing is
     */
    String type(String text) {
        Valve valve = held;
        if (valve == null || text.isBlank()) {
            set(null);
            return "";
        }
        ParsedInput<Long> number = ParsedInput.number(text, 0, OperatorCommand.MAX_UNITS);
        Long value = number.value();
        if (value == null) {
            return Objects.requireNonNullElse(number.problem(), "");
        }
        Pace typed = new Pace(value);
        held = valve.reaching(typed);
        set(typed);
        return "";
    }

    /** The valve is let go: what it is set to is sent, if that is news. */
    void letGo() {
        Valve valve = held;
        if (valve != null && door != null) {
            Wish wish = wishes.get(valve.element());
            List<OperatorCommand> commands = valve.commands(pace);
            if (!commands.isEmpty() && (wish == null || !Objects.equals(wish.pace(), pace))) {
                wishes.put(valve.element(), new Wish(pace, commands, now));
                door.accept(commands);
            }
        }
        giveUp();
    }

    /** The valve goes back to how it was. */
    void giveUp() {
        held = null;
        hold = ValveState.RESTING;
        preview = ThrottlePreview.NONE;
        mark();
    }

    /** Whether none is held, pointed at or waiting. */
    public boolean isIdle() {
        return held == null && pointed == null && wishes.isEmpty();
    }

    /** The valve that is held; null when none is. */
    public @Nullable Valve held() {
        return held;
    }

    /** How the valve is held; {@link ValveState#RESTING} when none is. */
    public ValveState hold() {
        return hold;
    }

    ValveState state(MapElement element) {
        if (held != null && held.element().equals(element)) {
            return hold;
        }
        return wishes.containsKey(element)
                ? ValveState.SETTING
                : element.equals(pointed) ? ValveState.POINTED : ValveState.RESTING;
    }

    /** The setting of the held valve; null for no limit. */
    public @Nullable Pace pace() {
        return pace;
    }

    /** How far the valve that is held is open: 0 shut, 1 the end of its scale, {@link Valve#NO_LIMIT} no limit. */
    double position() {
        return position;
    }

    /** How far it was open when it was taken. */
    double start() {
        return start;
    }

    /** The valves that wait to be shown as they were set. */
    Set<MapElement> waiting() {
        return Set.copyOf(wishes.keySet());
    }

    /** The setting that a waiting valve was given; null for no limit. */
    @Nullable
    Pace wanted(MapElement element) {
        Wish wish = wishes.get(element);
        return wish == null ? null : wish.pace();
    }

    /** The consumers that would starve or go short if the user let go now. */
    public ThrottlePreview preview() {
        return preview;
    }

    /** The effect in a sentence: nothing changes, consumers go without, or other throttles are lifted. */
    String sentence() {
        Valve valve = held;
        return valve == null ? "" : ValveSentence.of(valve, pace, preview, frame);
    }

    /** The valve of an element, in the frame of now; null for a tank and for what is gone. */
    @Nullable
    Valve valve(MapElement element) {
        NodePicture picture = map.node(element);
        return picture == null ? null : Valve.of(picture.node(), frame);
    }

    private void foresee() {
        Valve valve = held;
        Pace to = pace;
        preview = valve == null || to == null || valve.isSetTo(to) || valve.isOverruled(to)
                ? ThrottlePreview.NONE
                : ThrottlePreview.of(valve.targets(), to, frame);
    }

    /** Has those that do not rest drawn by who draws what moves. */
    private void mark() {
        Set<MapElement> restless = new HashSet<>(wishes.keySet());
        if (held != null) {
            restless.add(held.element());
        }
        if (!marked.equals(restless)) {
            map.redraw();
        }
        marked.addAll(restless);
        for (MapElement element : marked) {
            NodePicture picture = map.node(element);
            if (picture != null) {
                picture.turn(restless.contains(element));
            }
        }
        marked.retainAll(restless);
    }
}
