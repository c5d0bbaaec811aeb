package virdi.ui.map;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.pen.Pen;

/** All that is drawn of the map, and when: what stands still, and above it what moves. FX thread only. */
final class Layers {
    private final MapViewModel model;
    private final ValveModel valves;
    private final Attention attention;
    private final StillLayer still = new StillLayer();
    private final MovingLayer moving = new MovingLayer();
    private final ValveLayer valveLayer = new ValveLayer();
    private final Cadence cadence = new Cadence();

    Layers(MapViewModel model, ValveModel valves, Attention attention) {
        this.model = model;
        this.valves = valves;
        this.attention = attention;
    }

    /** To be put in a scene in this order. */
    List<Node> nodes() {
        return List.of(still.canvas(), still.afterimage(), moving);
    }

    /**
     * Takes the size of what is seen.
     *
     * @return whether that is another one, so that all has to be drawn
     */
    boolean show(double width, double height) {
        if (moving.getWidth() == width && moving.getHeight() == height) {
            return false;
        }
        moving.show(width, height);
        still.canvas().show(width, height);
        return true;
    }

    /** Whether a hand moves an image of what was drawn. */
    boolean isTurning(long nanos) {
        return still.afterimage().isTurning(nanos);
    }

    /** Whether there is no room to draw. */
    boolean isEmpty() {
        return moving.getWidth() <= 0 || moving.getHeight() <= 0;
    }

    /** Tells that something has been turned, pointed at or selected. */
    void tell() {
        still.tell();
    }

    /** Tells that a new frame has come. */
    void tell(long nanos) {
        still.tell();
        cadence.tell(nanos);
    }

    /** Whether something is not drawn yet as it is. */
    boolean isWaiting() {
        return cadence.isStale() || still.isWaiting();
    }

    /**
     * What is due while nobody asks for more.
     *
     * @param flows whether dots move
     * @param glided whether what stands still stands elsewhere now than where it was drawn
     * @param panned whether all of it was moved by a hand
     */
    Share due(boolean flows, boolean glided, boolean panned, long nanos) {
        if (still.afterimage().isShown() && !glided) {
            return Share.ALL;
        }
        if (flows || glided) {
            return cadence.due(model, glided, panned, nanos);
        }
        boolean stale =
                cadence.isStale() && !cadence.due(model, false, false, nanos).isEmpty();
        return stale && !isResting() ? Share.ALL : Share.NONE;
    }

    /** Whether nothing has changed but what stands still. */
    private boolean isResting() {
        return !isAttended() && moving.isAsDrawn(model);
    }

    /** Whether there is anything that shows attention. */
    private boolean isAttended() {
        return !attention.isEmpty()
                || !valves.isIdle()
                || !model.selectedSpots().isEmpty()
                || model.isTracing();
    }

    /** Draws what has changed of that which stands still, where nothing else has. */
    void mend(Style style, long nanos) {
        if (isWaiting() && !isEmpty()) {
            still.paint(model, style, Share.ALL, false, nanos);
            if (isResting()) {
                cadence.drawn(still.canvas().rows(Share.ALL), Share.ALL, nanos);
            }
        }
    }

    /**
     * Draws a share of the picture, and shows all of it where it is now.
     *
     * @param panning whether the picture is likely to move on
     * @param focused what the keyboard is at; null when that is not on the map
     * @param overlaid what lies over the view already; null when nothing does
     * @param flowNanos the time of what flows
     */
    void paint(
            Share share,
            boolean panning,
            Style style,
            @Nullable Spot focused,
            @Nullable Box overlaid,
            long nanos,
            long flowNanos) {
        Share least = still.paint(model, style, share, panning, nanos);
        // What belongs to the screen does not come along.
        Consumer<Pen> onTop =
                pen -> valveLayer.paint(pen, model, valves, attention.hovered(), focused, overlaid, style);
        if (still.afterimage().isShown()) {
            moving.paintOn(still.afterimage(), model, attention, isAttended(), style, flowNanos, onTop);
            cadence.drawn(still.canvas().rows(Share.ALL), Share.ALL, nanos);
            return;
        }
        boolean comesAlong = attention.bubble() == null && attention.band() == null && valves.isIdle();
        Share painted = moving.paint(
                still.canvas(),
                comesAlong ? least : Share.ALL,
                panning && comesAlong,
                model,
                attention,
                style,
                flowNanos,
                onTop);
        cadence.drawn(still.canvas().rows(Share.ALL), painted, nanos);
    }
}
