package virdi.ui.sign;

import org.jspecify.annotations.Nullable;
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.Forecast;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;

/** Writes a state with the time, pace or forecast that belongs to it. Any thread. */
public final class StateText {
    private StateText() {}

    /** A stream's state: "starving 38 s", "throttled to 60/min". */
    public static String of(StreamView stream) {
        FlowState flow = stream.flow();
        if (stream.stateSeconds() > 0) {
            return flow.word() + " " + Figures.elapsed(stream.stateSeconds());
        }
        return switch (flow) {
            case PAUSED -> "paused by operator";
            case THROTTLED ->
                stream.throttle() == null
                        ? flow.word()
                        : "throttled to " + Figures.wholeRate(stream.throttle().unitsPerMinute());
            default -> flow.word();
        };
    }

    /** A tank's state: "filling · full in 2 min", "empty for 38 s", "full · overfill 4". */
    public static String of(ResourceView tank) {
        long overfill = tank.level() - tank.state().marks().capacityUnits();
        return switch (tank.tank()) {
            case EMPTY -> tank.tank().word() + since(tank.emptySeconds());
            case FULL -> tank.tank().word() + (overfill > 0 ? " · overfill " + Figures.units(overfill) : "");
            case FILLING, DRAINING, STEADY, NO_PRODUCER, NO_CONSUMER ->
                tank.tank().word() + forecast(tank.forecast());
        };
    }

    /** The worst state among a client's streams, with its count: "2 starving"; "flowing" or "idle" when all is well. */
    public static String of(ClientView client) {
        return switch (client.severity()) {
            case CALM -> "idle";
            case GOOD -> FlowState.FLOWING.word();
            case HELD, WARNING, TROUBLE -> client.inState() + " " + counted(client.state());
        };
    }

    private static String counted(FlowState flow) {
        return flow == FlowState.REQUEST_UNANSWERED ? "unanswered" : flow.word();
    }

    private static String since(long seconds) {
        return seconds == 0 ? "" : " for " + Figures.elapsed(seconds);
    }

    private static String forecast(@Nullable Forecast forecast) {
        if (forecast == null) {
            return "";
        }
        String level = switch (forecast.level()) {
            case FULL -> "full";
            case EMPTY -> "empty";
            case RESUME_MARK -> "asks again";
        };
        return " · " + level + " " + Figures.soon(forecast.inSeconds());
    }
}
