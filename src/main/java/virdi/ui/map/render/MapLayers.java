package virdi.ui.map.render;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.paint.DotPattern;
import virdi.ui.map.paint.PaintContext.Style;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.InteractionState;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.valve.ValveLayer;
import virdi.ui.map.valve.ValveModel;

/** The layers of the map: the static part, and above it what moves. FX thread only. */
public final class MapLayers {
    private final MapViewModel model;
    private final ValveModel valves;
    private final InteractionState interaction;
    private final RenderPolicy policy;
    private final StaticLayer still;
    private final MovingLayer moving = new MovingLayer();
    private final ValveLayer valveLayer = new ValveLayer();
    /** When what moves was drawn last. */
    private long drawnNanos = Long.MIN_VALUE / 2;
    /** Whether what moves shows an older frame. */
    private boolean stale;

    public MapLayers(MapViewModel model, ValveModel valves, InteractionState interaction, RenderPolicy policy) {
        this.model = model;
        this.valves = valves;
        this.interaction = interaction;
        this.policy = policy;
        still = new StaticLayer(policy);
    }

    /** To be put in a scene in this order. */
    public List<Node> nodes() {
        return List.of(still.canvas(), moving);
    }

    /**
     * Takes the size of the view.
     *
     * @return whether it is another one, so that all has to be drawn
     */
    public boolean show(double width, double height) {
        if (moving.getWidth() == width && moving.getHeight() == height) {
            return false;
        }
        moving.show(width, height);
        still.canvas().show(width, height);
        return true;
    }

    /** Whether there is no room to draw. */
    public boolean isEmpty() {
        return moving.getWidth() <= 0 || moving.getHeight() <= 0;
    }

    /** The model shows a new frame, or something in it was touched. */
    public void invalidate() {
        still.invalidate();
        stale = true;
    }

    /** Whether something is not drawn yet as it is. */
    public boolean isWaiting() {
        return stale || still.isWaiting();
    }

    /** Whether an image stands in for the static part. */
    boolean showsSnapshot() {
        return still.snapshot() != null;
    }

    /**
     * Whether drawing is due though nobody has touched anything.
     *
     * @param flows whether dots and liquids move
     * @param glided whether something stands elsewhere than where it was drawn
     */
    public boolean isDue(boolean flows, boolean glided, long nanos) {
        if (showsSnapshot() && !policy.isHandMoving(nanos) && !model.camera().isGliding()) {
            return true;
        }
        if (glided && policy.isGlideDue(drawnNanos, model.isCrowded(), nanos)) {
            return true;
        }
        return (flows || showsSnapshot() || stale && !isResting()) && isMotionDue(nanos);
    }

    private boolean isMotionDue(long nanos) {
        return policy.isMotionDue(
                drawnNanos, DotPattern.stepNanos(model.camera().zoom()), nanos);
    }

    /** Whether what moves would look the same if it were drawn again. */
    private boolean isResting() {
        return interaction.isEmpty()
                && valves.isIdle()
                && model.selectedElements().isEmpty()
                && !model.isTracing()
                && moving.isAsDrawn(model);
    }

    /** Draws the parts of the static layer that have other contents now, while nothing else has changed. */
    public void mend(Style style, long nanos) {
        if (isWaiting() && !isEmpty()) {
            still.paint(model, style, nanos);
            stale &= !isResting();
        }
    }

    /**
     * Draws both layers where the picture is now.
     *
     * @param onlyPanned whether nothing but a pan has changed since
     * @param focused the element that the keyboard is at; null when the keyboard is not on the map
     * @param overlaid the part of the view that is covered already; null for none
     * @param flowNanos the time of what flows
     */
    public void paint(
            boolean onlyPanned,
            Style style,
            @Nullable MapElement focused,
            @Nullable Box overlaid,
            long nanos,
            long flowNanos) {
        still.paint(model, style, nanos);
        // A band, a bubble and a valve belong to the screen: they do not move along.
        boolean comesAlong = interaction.bubble() == null && interaction.band() == null && valves.isIdle();
        if (onlyPanned && comesAlong && !isMotionDue(nanos) && moving.follow(model.camera())) {
            return;
        }
        Consumer<Pen> onTop =
                pen -> valveLayer.paint(pen, model, valves, interaction.hovered(), focused, overlaid, style);
        moving.paint(model, interaction, style, still.snapshot(), flowNanos, onTop);
        drawnNanos = nanos;
        stale = false;
    }
}
