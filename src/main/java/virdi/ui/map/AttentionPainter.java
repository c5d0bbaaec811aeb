package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws what is hovered, selected and focused. FX thread only. */
final class AttentionPainter {
    private static final double CARD_ROUNDING = 14;
    private static final double TANK_ROUNDING = 24;
    private static final int MOST_TRACED = 300;

    private AttentionPainter() {}

    /** Draws what lies under dots and liquid: the whole path up- and downstream of what is hovered or selected. */
    static void under(Easel easel, MapViewModel model, Attention attention) {
        if (model.isTracing()) {
            trace(easel, model);
        }
        Spot hovered = attention.hovered();
        if (hovered != null) {
            own(easel, model, hovered);
        }
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                if (node.isSelected()) {
                    stroke(easel, node, basin.tank(), Strength.CORE);
                }
            });
        }
    }

    /** Draws what lies over everything: outlines. */
    static void over(Easel easel, MapViewModel model, Attention attention) {
        for (BasinPicture basin : model.basins()) {
            if (basin.isSelected()) {
                selected(easel, basin.tank(), TANK_ROUNDING);
            }
            basin.forEachNode(node -> {
                if (node.isSelected()) {
                    CardPicture card = node.isRow() ? model.card(CardKey.of(node.key())) : null;
                    if (card == null || !card.isSelected()) {
                        selected(easel, node.box(), CARD_ROUNDING);
                    }
                }
            });
        }
        for (CardPicture card : model.cards()) {
            if (card.isSelected()) {
                selected(easel, card.box(), CARD_ROUNDING);
            }
        }
        Spot hovered = attention.hovered();
        outline(easel, model, hovered, easel.inks().of(Ink.MUTED), 0, 1.2);
        for (BasinPicture basin : model.basins()) {
            boolean looked =
                    basin.isSelected() || (hovered != null && basin.id().equals(hovered.basin()));
            if (looked && model.isPinned(Spot.of(basin))) {
                pin(easel, basin.tank());
            }
        }
        CardKey hoveredCard = hovered == null ? null : hovered.cardKey();
        for (CardPicture card : model.cards()) {
            if ((card.isSelected() || card.key().equals(hoveredCard)) && model.isPinned(Spot.of(card))) {
                pin(easel, card.box());
            }
        }
        Spot focused = attention.focused();
        if (focused != null) {
            easel.g().setLineDashes(easel.pixels(3), easel.pixels(3));
            outline(easel, model, focused, easel.inks().of(Ink.TEXT), easel.pixels(4), 1.4);
            easel.g().setLineDashes();
        }
    }

    /** Draws what is not of the map's plane: the bubble of a Why, and the band of a selection. In pixels. */
    static void onScreen(Easel easel, MapViewModel model, Attention attention) {
        Pen g = easel.g();
        Attention.Bubble bubble = attention.bubble();
        if (bubble != null) {
            g.setFill(easel.inks().of(Ink.BACKGROUND));
            Box halo = bubble.box().grownBy(3);
            g.setGlobalAlpha(0.75);
            g.fillRoundRect(halo.x(), halo.y(), halo.width(), halo.height(), 20, 20);
            g.setGlobalAlpha(1);
            WhyPainter.paint(
                    easel, bubble.why(), bubble.box(), Tone.of(model.picture().severity(bubble.about())));
        }
        Box band = attention.band();
        if (band != null) {
            g.setFill(easel.inks().of(Tone.FLOW, Strength.WASH));
            g.fillRect(band.x(), band.y(), band.width(), band.height());
            g.setStroke(easel.inks().of(Tone.FLOW));
            g.setLineWidth(1);
            g.strokeRect(band.x() + 0.5, band.y() + 0.5, band.width(), band.height());
        }
    }

    /** A pin in the corner of a tank or a card that somebody has put there. */
    private static void pin(Easel easel, Box tank) {
        Pen g = easel.g();
        double radius = easel.pixels(3.5);
        double x = tank.x() + easel.pixels(10);
        double y = tank.y() + easel.pixels(10);
        g.setStroke(easel.inks().of(Ink.TEXT));
        g.setLineWidth(easel.pixels(1.4));
        g.strokeLine(x, y, x - easel.pixels(4), y + easel.pixels(9));
        g.setFill(easel.inks().of(Ink.TEXT));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void selected(Easel easel, Box box, double rounding) {
        line(easel, box.grownBy(easel.pixels(2.5)), rounding, easel.inks().of(Tone.FLOW, Strength.CASING), 5);
        line(easel, box, rounding, easel.inks().of(Tone.FLOW), 2);
    }

    private static void outline(
            Easel easel, MapViewModel model, @Nullable Spot spot, Color ink, double margin, double pixels) {
        Box box = spot == null ? null : model.box(spot);
        if (spot != null && box != null) {
            double rounding = spot.node() == null && spot.card() == null ? TANK_ROUNDING : CARD_ROUNDING;
            line(easel, box.grownBy(margin), rounding + margin, ink, pixels);
        }
    }

    private static void line(Easel easel, Box box, double rounding, Color ink, double pixels) {
        Pen g = easel.g();
        g.setStroke(ink);
        g.setLineWidth(easel.pixels(pixels));
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), rounding, rounding);
    }

    /** All pipes of the path, unless there are so many that they are told by what fades. */
    private static void trace(Easel easel, MapViewModel model) {
        List<Runnable> strokes = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                if (node.isFound()) {
                    strokes.add(() -> stroke(easel, node, basin.tank(), Strength.CASING));
                }
            });
        }
        if (strokes.size() <= MOST_TRACED) {
            strokes.forEach(Runnable::run);
        }
    }

    /** The pipes of what the pointer is at. */
    private static void own(Easel easel, MapViewModel model, Spot spot) {
        CardPicture card = model.card(spot.card());
        if (card != null) {
            card.rows().forEach(row -> own(easel, model, Spot.of(row)));
            return;
        }
        BasinPicture basin = model.basin(spot.basin());
        NodePicture node = model.node(spot);
        if (basin != null && node != null) {
            stroke(easel, node, basin.tank(), Strength.CORE);
        }
    }

    private static void stroke(Easel easel, NodePicture node, Box tank, Strength strength) {
        Pen g = easel.g();
        Pipe pipe = Pipe.of(node, tank);
        PipeBodies.trace(g, pipe);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(easel.inks().of(PipePainter.tone(node.node()), strength));
        g.setLineWidth(pipe.width());
        g.stroke();
    }
}
