package virdi.ui.map.paint;

import javafx.scene.text.TextAlignment;
import virdi.telemetry.Severity;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;
import virdi.ui.sign.Tone;

/** Draws the cards of producers and consumers, and the consumers' own buffers in them. FX thread only. */
public final class NodePainter {
    private static final double ROUNDING = 14;
    private static final double GAUGE_WIDTH = 11;
    private static final double GAUGE_HEIGHT = 28;
    private static final double GAUGE_X = 8;
    private static final double SIGN_SIZE = 11;
    /** How far from the end of its pipe the sign stands that is all there is of a card seen from far. */
    private static final double SIGN_FAR = 18;

    /** A sign of fewer pixels has no shape. */
    private static final double SPECK = 3;

    private static final double PADDING = 8;
    /** Counts may stand out into the gap between columns. */
    private static final double COUNT_ROOM = 60;

    private NodePainter() {}

    /** Draws what stands still of a node. */
    static void paintStatic(PaintContext context, NodePicture picture, boolean compact) {
        context.fade(picture.isFound());
        if (compact) {
            count(context, picture);
        } else {
            card(context, picture);
        }
    }

    /** Draws how full the consumer's own buffer is. */
    static void gauge(PaintContext context, NodePicture picture) {
        MapNode node = picture.node();
        if (node.isProducer() || context.detail() == DetailLevel.FAR) {
            return;
        }
        Box gauge = gaugeBox(picture.box()).grownBy(-1.5);
        double high = gauge.height() * Math.clamp(node.bufferShare(), 0, 1);
        if (high > 0.3) {
            context.fade(picture.isFound());
            context.g().setFill(context.colors().of(Tone.of(node.severity())));
            context.g().fillRoundRect(gauge.x(), gauge.bottom() - high, gauge.width(), high, 3, 3);
        }
    }

    private static Box gaugeBox(Box card) {
        return new Box(card.x() + GAUGE_X, card.centreY() - GAUGE_HEIGHT / 2, GAUGE_WIDTH, GAUGE_HEIGHT);
    }

    private static void card(PaintContext context, NodePicture picture) {
        Pen g = context.g();
        MapNode node = picture.node();
        Box box = picture.box();
        Sign sign = Sign.of(node.flow());
        if (context.detail() == DetailLevel.FAR) {
            double end = node.isProducer() ? box.right() - SIGN_FAR : box.x() + SIGN_FAR;
            double size = 1.6 * SIGN_FAR;
            g.setFill(context.colors().of(sign.tone()));
            if (size * context.zoom() < SPECK) {
                g.fillRect(end - size / 2, box.centreY() - size / 2, size, size);
            } else {
                sign.shape().fill(g, end, box.centreY(), size);
            }
            return;
        }
        boolean troubled = node.severity() == Severity.TROUBLE;
        if (node.isFolded() && context.detail() == DetailLevel.NEAR) {
            edge(context, box.movedBy(4, 4), Tone.CALM, false);
        }
        g.setFill(context.colors().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        edge(context, box, sign.tone(), troubled);
        if (!node.isProducer()) {
            Box gauge = gaugeBox(box);
            g.setFill(context.colors().of(Ink.RAISED));
            g.fillRoundRect(gauge.x(), gauge.y(), gauge.width(), gauge.height(), 5, 5);
            g.setStroke(context.colors().of(Ink.BORDER));
            g.setLineWidth(1);
            g.strokeRoundRect(gauge.x(), gauge.y(), gauge.width(), gauge.height(), 5, 5);
        }
        g.setFill(context.colors().of(sign.tone()));
        double signX = box.x() + (node.isProducer() ? 16 : 33);
        double textX = signX + 13;
        double room = box.right() - PADDING - textX;
        if (context.hasCharts()) {
            double left = box.x() + (node.isProducer() ? 10 : 27);
            CardTextLines lines = CardTextLines.above(context, box, left);
            lines.write(context, sign, node.label(), node.words());
            SparklinePainter.strip(context, picture.sparkline(), lines.chart(), sign.tone());
        } else if (context.detail() == DetailLevel.NEAR) {
            sign.shape().fill(g, signX, box.centreY(), SIGN_SIZE);
            context.write(node.words(), context.plain(12), TextAlignment.LEFT, textX, box.y() + 33, room);
            g.setFill(context.colors().of(Ink.TEXT));
            context.write(node.label(), context.bold(13.5), TextAlignment.LEFT, textX, box.y() + 18, room);
        } else {
            sign.shape().fill(g, signX, box.centreY(), SIGN_SIZE);
            double size = DetailLevel.legible(13, 9, 21, context.zoom());
            g.setFill(context.colors().of(Ink.TEXT));
            context.write(
                    node.label(),
                    context.fonts().bold(size),
                    TextAlignment.LEFT,
                    textX,
                    box.centreY() + size * 0.36,
                    room);
        }
    }

    private static void edge(PaintContext context, Box box, Tone tone, boolean troubled) {
        Pen g = context.g();
        g.setStroke(
                troubled
                        ? context.colors().of(tone, Strength.CORE)
                        : context.colors().of(Ink.BORDER));
        g.setLineWidth(Math.max(1, context.pixels(0.6)));
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
    }

    /** A whole side in few signs: "×9", beside its one pipe. */
    private static void count(PaintContext context, NodePicture picture) {
        MapNode node = picture.node();
        Box box = picture.box();
        boolean calls = node.severity().compareTo(Severity.HELD) >= 0;
        context.g()
                .setFill(
                        calls
                                ? context.colors().of(Tone.of(node.severity()))
                                : context.colors().of(Ink.MUTED));
        double size = DetailLevel.legible(13, 10, 18, context.zoom());
        context.write(
                node.label(),
                context.fonts().bold(size),
                node.isProducer() ? TextAlignment.RIGHT : TextAlignment.LEFT,
                node.isProducer() ? box.right() - PADDING : box.x() + PADDING,
                box.centreY() + size * 0.36,
                COUNT_ROOM);
    }
}
