package virdi.ui.map;

import javafx.scene.text.TextAlignment;
import virdi.telemetry.Severity;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;
import virdi.ui.sign.Tone;

/** Draws the cards of producers and consumers, and the consumers' own buffers in them. FX thread only. */
final class NodePainter {
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
    static void still(Easel easel, NodePicture picture, boolean compact) {
        easel.fade(picture.isFound());
        if (compact) {
            count(easel, picture);
        } else {
            card(easel, picture);
        }
    }

    /** Draws how full the consumer's own buffer is. */
    static void gauge(Easel easel, NodePicture picture) {
        MapNode node = picture.node();
        if (node.isProducer() || easel.detail() == Detail.FAR) {
            return;
        }
        Box gauge = gaugeBox(picture.box()).grownBy(-1.5);
        double high = gauge.height() * Math.clamp(node.bufferShare(), 0, 1);
        if (high > 0.3) {
            easel.fade(picture.isFound());
            easel.g().setFill(easel.inks().of(Tone.of(node.severity())));
            easel.g().fillRoundRect(gauge.x(), gauge.bottom() - high, gauge.width(), high, 3, 3);
        }
    }

    private static Box gaugeBox(Box card) {
        return new Box(card.x() + GAUGE_X, card.centreY() - GAUGE_HEIGHT / 2, GAUGE_WIDTH, GAUGE_HEIGHT);
    }

    private static void card(Easel easel, NodePicture picture) {
        Pen g = easel.g();
        MapNode node = picture.node();
        Box box = picture.box();
        Sign sign = Sign.of(node.flow());
        if (easel.detail() == Detail.FAR) {
            double end = node.isProducer() ? box.right() - SIGN_FAR : box.x() + SIGN_FAR;
            double size = 1.6 * SIGN_FAR;
            g.setFill(easel.inks().of(sign.tone()));
            if (size * easel.zoom() < SPECK) {
                g.fillRect(end - size / 2, box.centreY() - size / 2, size, size);
            } else {
                sign.shape().fill(g, end, box.centreY(), size);
            }
            return;
        }
        boolean troubled = node.severity() == Severity.TROUBLE;
        if (node.isFolded() && easel.detail() == Detail.NEAR) {
            edge(easel, box.movedBy(4, 4), Tone.CALM, false);
        }
        g.setFill(easel.inks().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        edge(easel, box, sign.tone(), troubled);
        if (!node.isProducer()) {
            Box gauge = gaugeBox(box);
            g.setFill(easel.inks().of(Ink.RAISED));
            g.fillRoundRect(gauge.x(), gauge.y(), gauge.width(), gauge.height(), 5, 5);
            g.setStroke(easel.inks().of(Ink.BORDER));
            g.setLineWidth(1);
            g.strokeRoundRect(gauge.x(), gauge.y(), gauge.width(), gauge.height(), 5, 5);
        }
        g.setFill(easel.inks().of(sign.tone()));
        double signX = box.x() + (node.isProducer() ? 16 : 33);
        double textX = signX + 13;
        double room = box.right() - PADDING - textX;
        if (easel.hasCharts()) {
            double left = box.x() + (node.isProducer() ? 10 : 27);
            CardLines lines = CardLines.above(easel, box, left);
            lines.write(easel, sign, node.label(), node.words());
            SparkPainter.strip(easel, picture.spark(), lines.chart(), sign.tone());
        } else if (easel.detail() == Detail.NEAR) {
            sign.shape().fill(g, signX, box.centreY(), SIGN_SIZE);
            easel.write(node.words(), easel.plain(12), TextAlignment.LEFT, textX, box.y() + 33, room);
            g.setFill(easel.inks().of(Ink.TEXT));
            easel.write(node.label(), easel.bold(13.5), TextAlignment.LEFT, textX, box.y() + 18, room);
        } else {
            sign.shape().fill(g, signX, box.centreY(), SIGN_SIZE);
            double size = Detail.legible(13, 9, 21, easel.zoom());
            g.setFill(easel.inks().of(Ink.TEXT));
            easel.write(
                    node.label(),
                    easel.lettering().bold(size),
                    TextAlignment.LEFT,
                    textX,
                    box.centreY() + size * 0.36,
                    room);
        }
    }

    private static void edge(Easel easel, Box box, Tone tone, boolean troubled) {
        Pen g = easel.g();
        g.setStroke(
                troubled ? easel.inks().of(tone, Strength.CORE) : easel.inks().of(Ink.BORDER));
        g.setLineWidth(Math.max(1, easel.pixels(0.6)));
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
    }

    /** A whole side in few signs: "×9", beside its one pipe. */
    private static void count(Easel easel, NodePicture picture) {
        MapNode node = picture.node();
        Box box = picture.box();
        boolean calls = node.severity().compareTo(Severity.HELD) >= 0;
        easel.g()
                .setFill(
                        calls
                                ? easel.inks().of(Tone.of(node.severity()))
                                : easel.inks().of(Ink.MUTED));
        double size = Detail.legible(13, 10, 18, easel.zoom());
        easel.write(
                node.label(),
                easel.lettering().bold(size),
                node.isProducer() ? TextAlignment.RIGHT : TextAlignment.LEFT,
                node.isProducer() ? box.right() - PADDING : box.x() + PADDING,
                box.centreY() + size * 0.36,
                COUNT_ROOM);
    }
}
