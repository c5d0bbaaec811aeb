package virdi.ui.shell;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.ui.kit.RenderPolicy;

/**
 * Hands new frames to the map and to the panels; FX thread only, needs no toolkit. {@link RenderPolicy} says how often
 * panels take one. While frames come one after the other, map and panels take them in different pulses, so that no pulse
 * is long. Whether the broker listens is passed on at once, even while the picture is held: it is a switch.
 */
final class FrameDelivery {
    /** The part of the window that shows every frame and moves between them. */
    interface Moving {
        void show(Frame frame);

        /** Moves on to a time; true while there is more to move. */
        boolean pulse(long nanos);
    }

    private final FrameSource source;
    private final Moving map;
    private final Consumer<Frame> panels;
    private final Consumer<Boolean> switched;
    private final RenderPolicy policy;

    private volatile @Nullable Frame shown;
    private long shownNanos;
    private boolean panelsBehind;
    private long panelsNanos;
    private volatile boolean held;
    private volatile boolean listening = Frame.EMPTY.listening();

    /**
     * @param panels take frames to read
     * @param switched takes whether the broker listens, whenever that changes
     */
    FrameDelivery(
            FrameSource source, Moving map, Consumer<Frame> panels, Consumer<Boolean> switched, RenderPolicy policy) {
        this.source = source;
        this.map = map;
        this.panels = panels;
        this.switched = switched;
        this.policy = policy;
    }

    /** Holds the picture still, or goes on with the newest frame. */
    void hold(boolean still) {
        held = still;
    }

    boolean isHeld() {
        return held;
    }

    /** Whether something waits that has not been shown. Any thread. */
    boolean isBehind() {
        Frame latest = source.latest();
        return isNew(latest) || latest.listening() != listening;
    }

    @SuppressWarnings("ReferenceEquality") // the sampler hands out the same instance while nothing changes
    private boolean isNew(Frame latest) {
        return !held && latest != shown;
    }

    /**
     * Shows what is new.
     *
     * @param nanos the pulse's time
     * @return whether the next pulse has something to do
     */
    boolean pulse(long nanos) {
        Frame latest = source.latest();
        if (latest.listening() != listening) {
            listening = latest.listening();
            switched.accept(listening);
        }
        Frame before = shown;
        if (before == null) {
            showMap(latest, nanos);
            showPanels(latest, nanos);
        } else if (panelsBehind && policy.arePanelsDue(panelsNanos, nanos)) {
            showPanels(before, nanos);
        } else if (isNew(latest)) {
            boolean flowing = policy.isFlowing(shownNanos, nanos);
            showMap(latest, nanos);
            if (!flowing) {
                showPanels(latest, nanos);
            }
        }
        return map.pulse(nanos) || panelsBehind || isNew(latest);
    }

    private void showMap(Frame frame, long nanos) {
        shown = frame;
        shownNanos = nanos;
        panelsBehind = true;
        map.show(frame);
    }

    private void showPanels(Frame frame, long nanos) {
        panelsBehind = false;
        panelsNanos = nanos;
        panels.accept(frame);
    }
}
