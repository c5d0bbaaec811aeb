package virdi.ui.map.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.InteractionState;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws what is hovered, selected and focused. FX thread only. */
public final class InteractionPainter {
    private static final double CARD_ROUNDING = 14;
    private static final double TANK_ROUNDING = 24;
    private static final int MOST_TRACED = 300;

    private InteractionPainter() {}

    /** Draws what lies under dots and liquid: the whole path up- and downstream of what is hovered or selected. */
    public static void under(PaintContext context, MapViewModel model, InteractionState interaction) {
        if (model.isTracing()) {
            trace(context, model);
        }
        MapElement hovered = interaction.hovered();
        if (hovered != null) {
            own(context, model, hovered);
        }
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                if (node.isSelected()) {
                    stroke(context, node, basin.tank(), Strength.CORE);
                }
            });
        }
    }

    /** Draws what lies over everything: outlines. */
    public static void over(PaintContext context, MapViewModel model, InteractionState interaction) {
        for (BasinPicture basin : model.basins()) {
            if (basin.isSelected()) {
                selected(context, basin.tank(), TANK_ROUNDING);
            }
            basin.forEachNode(node -> {
                if (node.isSelected()) {
                    CardPicture card = node.isRow() ? model.card(CardKey.of(node.key())) : null;
                    if (card == null || !card.isSelected()) {
                        selected(context, node.box(), CARD_ROUNDING);
                    }
                }
            });
        }
        for (CardPicture card : model.cards()) {
            if (card.isSelected()) {
                selected(context, card.box(), CARD_ROUNDING);
            }
        }
        MapElement hovered = interaction.hovered();
        outline(context, model, hovered, context.colors().of(Ink.MUTED), 0, 1.2);
        for (BasinPicture basin : model.basins()) {
            boolean looked =
                    basin.isSelected() || (hovered != null && basin.id().equals(hovered.basin()));
            if (looked && model.isPinned(basin.element())) {
                pin(context, basin.tank());
            }
        }
        CardKey hoveredCard = hovered == null ? null : hovered.cardKey();
        for (CardPicture card : model.cards()) {
            if ((card.isSelected() || card.key().equals(hoveredCard)) && model.isPinned(card.element())) {
                pin(context, card.box());
            }
        }
        MapElement focused = interaction.focused();
        if (focused != null) {
            context.g().setLineDashes(context.pixels(3), context.pixels(3));
            outline(context, model, focused, context.colors().of(Ink.TEXT), context.pixels(4), 1.4);
            context.g().setLineDashes();
        }
    }

    /** Draws what is not of the map's plane: the bubble of a Why, and the band of a selection. In pixels. */
    public static void onScreen(PaintContext context, MapViewModel model, InteractionState interaction) {
        Pen g = context.g();
        InteractionState.Bubble bubble = interaction.bubble();
        if (bubble != null) {
            g.setFill(context.colors().of(Ink.BACKGROUND));
            Box halo = bubble.box().grownBy(3);
            g.setGlobalAlpha(0.75);
            g.fillRoundRect(halo.x(), halo.y(), halo.width(), halo.height(), 20, 20);
            g.setGlobalAlpha(1);
            WhyPainter.paint(
                    context, bubble.why(), bubble.box(), Tone.of(model.picture().severity(bubble.about())));
        }
        Box band = interaction.band();
        if (band != null) {
            g.setFill(context.colors().of(Tone.FLOW, Strength.WASH));
            g.fillRect(band.x(), band.y(), band.width(), band.height());
            g.setStroke(context.colors().of(Tone.FLOW));
            g.setLineWidth(1);
            g.strokeRect(band.x() + 0.5, band.y() + 0.5, band.width(), band.height());
        }
    }

    /** A pin in the corner of a tank or a card that somebody has put there. */
    private static void pin(PaintContext context, Box tank) {
        Pen g = context.g();
        double radius = context.pixels(3.5);
        double x = tank.x() + context.pixels(10);
        double y = tank.y() + context.pixels(10);
        g.setStroke(context.colors().of(Ink.TEXT));
        g.setLineWidth(context.pixels(1.4));
        g.strokeLine(x, y, x - context.pixels(4), y + context.pixels(9));
        g.setFill(context.colors().of(Ink.TEXT));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void selected(PaintContext context, Box box, double rounding) {
        line(
                context,
                box.grownBy(context.pixels(2.5)),
                rounding,
                context.colors().of(Tone.FLOW, Strength.CASING),
                5);
        line(context, box, rounding, context.colors().of(Tone.FLOW), 2);
    }

    private static void outline(
            PaintContext context,
            MapViewModel model,
            @Nullable MapElement element,
            Color ink,
            double margin,
            double pixels) {
        Box box = element == null ? null : model.box(element);
        if (element != null && box != null) {
            double rounding = element.node() == null && element.card() == null ? TANK_ROUNDING : CARD_ROUNDING;
            line(context, box.grownBy(margin), rounding + margin, ink, pixels);
        }
    }

    private static void line(PaintContext context, Box box, double rounding, Color ink, double pixels) {
        Pen g = context.g();
        g.setStroke(ink);
        g.setLineWidth(context.pixels(pixels));
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), rounding, rounding);
    }

    /** All pipes of the path, unless there are so many that they are told by what fades. */
    private static void trace(PaintContext context, MapViewModel model) {
        List<Runnable> strokes = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                if (node.isFound()) {
                    strokes.add(() -> stroke(context, node, basin.tank(), Strength.CASING));
                }
            });
        }
        if (strokes.size() <= MOST_TRACED) {
            strokes.forEach(Runnable::run);
        }
    }

    /** The pipes of what the pointer is at. */
    private static void own(PaintContext context, MapViewModel model, MapElement element) {
        CardPicture card = model.card(element.card());
        if (card != null) {
            card.rows().forEach(row -> own(context, model, row.element()));
            return;
        }
        BasinPicture basin = model.basin(element.basin());
        NodePicture node = model.node(element);
        if (basin != null && node != null) {
            stroke(context, node, basin.tank(), Strength.CORE);
        }
    }

    private static void stroke(PaintContext context, NodePicture node, Box tank, Strength strength) {
        Pen g = context.g();
        Pipe pipe = Pipe.of(node, tank);
        PipeBodies.trace(g, pipe);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(context.colors().of(PipePainter.tone(node.node()), strength));
        g.setLineWidth(pipe.width());
        g.stroke();
    }
}
