package virdi.ui.map.scene;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Cause;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.FreeSpace;

/** Answers "Why?" beside what is pointed at; the inspector answers for what is selected. FX thread only. */
public final class WhyBubbles {
    private static final double MOST_WIDTH = 400;
    private static final double GAP = Obstacles.MARGIN;
    private static final double MARGIN = 8;
    private static final int LINES = 4;
    /** How bad each pixel is that is not in view, or lies over what it is about: worse than anything else. */
    private static final double OUTSIDE = 100;

    /** Where a bubble may be, what is tried first before. */
    enum Placing {
        BELOW,
        ABOVE,
        RIGHT,
        LEFT;

        /** So large a box on this side of another, moved along it into the view. */
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
     * The bubble to be shown, where it covers least of tanks and cards, and there as long as it fits;
     * null when what it would be about is healthy.
     *
     * @param ruler how wide a piece of what it says is
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
     * What is looked at together with a node: its pipe; for the row of a card that card, whose other rows are beside it.
     *
     * @param anchor where the node is
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
