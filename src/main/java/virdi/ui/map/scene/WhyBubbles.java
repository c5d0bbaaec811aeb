package virdi.ui.map.scene;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Cause;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.FreeSpace;

/**
 * Answers "Why?" in a bubble beside the element under the pointer. The inspector answers for selected elements.
 * Stateless; FX thread only.
 */
public final class WhyBubbles {
    /** Largest width in pixels, so that lines stay easy to read. */
    private static final double MOST_WIDTH = 400;

    private static final double GAP = Obstacles.MARGIN;
    /** Pixels between a bubble and the edges of the view. */
    private static final double MARGIN = 8;

    private static final int LINES = 4;
    /** Weight of a pixel outside the view or over the element itself. It is higher than any other weight. */
    private static final double OUTSIDE = 100;

    /** The possible sides of a bubble, in the order in which they are tried. */
    enum Placing {
        BELOW,
        ABOVE,
        RIGHT,
        LEFT;

        /** Returns a box of a size on this side of another box, moved along it into the view. */
        Box beside(Box other, double width, double height, Box view) {
            double x = Math.clamp(other.x(), view.x(), Math.max(view.x(), view.right() - width));
            double y = Math.clamp(other.y(), view.y(), Math.max(view.y(), view.bottom() - height));
            return switch (this) {
                case BELOW -> new Box(x, other.bottom() + GAP, width, height);
                case ABOVE -> new Box(x, other.y() - GAP - height, width, height);
                case RIGHT -> new Box(other.right() + GAP, y, width, height);
                case LEFT -> new Box(other.x() - GAP - width, y, width, height);
            };
        }
    }

    private WhyBubbles() {}

    /**
     * Returns the bubble for the element under the pointer. It covers as little of tanks and cards as possible and
     * stays on its side while it fits. Null when the element is healthy.
     *
     * @param ruler measures the width of a piece of text
     */
    public static InteractionState.@Nullable Bubble of(
            MapViewModel model, InteractionState interaction, ToDoubleFunction<String> ruler) {
        MapElement about = interaction.hovered();
        Cause cause = about == null ? null : model.picture().why(about);
        Box box = about == null ? null : model.box(about);
        if (about == null || cause == null || box == null) {
            return null;
        }
        WhyText why = WhyText.of(
                cause, model.linkTo(cause.culprit(), about), MOST_WIDTH - 2 * HitTest.WHY_PADDING, LINES, ruler);
        double width = why.width(ruler) + 2 * HitTest.WHY_PADDING;
        double height = HitTest.bubbleHeight(why);
        Box anchor = model.camera().toScreen(box);
        Box view = new Box(0, 0, model.camera().width(), model.camera().height()).grownBy(-MARGIN);
        InteractionState.Bubble before = interaction.bubble();
        if (before != null && before.about().equals(about)) {
            Box same = before.side().beside(anchor, width, height, view);
            if (view.contains(same)) {
                return new InteractionState.Bubble(about, why, before.side(), same);
            }
        }
        List<FreeSpace.Thing> things = Obstacles.around(model, about);
        things.add(new FreeSpace.Thing(around(model, about, anchor), OUTSIDE));
        Placing side = Placing.BELOW;
        double least = Double.POSITIVE_INFINITY;
        for (Placing each : Placing.values()) {
            Box there = each.beside(anchor, width, height, view);
            double outside = width * height - FreeSpace.shared(there, view);
            double cost = OUTSIDE * outside + FreeSpace.covered(there, things);
            if (cost < least) {
                side = each;
                least = cost;
            }
        }
        return new InteractionState.Bubble(about, why, side, side.beside(anchor, width, height, view));
    }

    /**
     * Returns the box that the bubble should leave free around a node: its pipe, or for a row its whole card.
     *
     * @param anchor box of the node on the screen
     */
    private static Box around(MapViewModel model, MapElement about, Box anchor) {
        CardPicture card = model.card(about.cardKey());
        if (card != null) {
            return model.camera().toScreen(card.box());
        }
        BasinPicture basin = model.basin(about.basin());
        if (basin == null || about.node() == null) {
            return anchor;
        }
        Box tank = model.camera().toScreen(basin.tank());
        return Box.between(anchor.centreX(), anchor.y(), tank.centreX(), anchor.bottom());
    }
}
