package virdi.ui.map.paint;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.telemetry.Severity;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.content.ClientCard;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.layout.ClientShape;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;

/** Draws the cards of clients: from far a name and a total, from near a row for each resource. FX thread only. */
public final class CardPainter {
    private static final double ROUNDING = 14;
    private static final double PADDING = 10;
    private static final double SIGN_X = 17;
    private static final double SIGN_SIZE = 11;
    private static final double ROW_SIGN_SIZE = 8.5;
    private static final double TEXT_X = 30;
    /** Charts begin below each other where names are not longer than most. */
    private static final double ROW_CHART_X = 92;

    private static final double ROW_CHART_LEAST = 24;
    private static final double LEAST_PIXELS = 6.5;
    private static final double NAME_PIXELS = 9.5;
    /** A glyph is so many times as high as its name. */
    private static final double GLYPH_LINES = 2.4;

    private CardPainter() {}

    /** Draws a card with all that is written in it, over whatever was there. */
    public static void paintStatic(PaintContext context, CardPicture picture) {
        Pen g = context.g();
        ClientCard card = picture.card();
        Box box = picture.box();
        MapNode worst = card.worst();
        Sign sign = Sign.of(worst.flow());
        g.setGlobalAlpha(1);
        g.setFill(context.colors().of(Ink.BACKGROUND));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        double edgeWidth = Math.max(1, context.pixels(0.6));
        g.setStroke(context.colors().of(Ink.BACKGROUND));
        g.setLineWidth(edgeWidth + context.pixels(3));
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        context.fade(picture.isFound());
        g.setFill(context.colors().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        boolean troubled = card.severity() == Severity.TROUBLE;
        if (context.detail() == DetailLevel.FAR && card.severity().compareTo(Severity.WARNING) >= 0) {
            g.setFill(context.colors().of(sign.tone(), Strength.CASING));
            g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        }
        g.setStroke(
                troubled
                        ? context.colors().of(sign.tone(), Strength.CORE)
                        : context.colors().of(Ink.BORDER));
        g.setLineWidth(edgeWidth);
        if (card.clients().size() > 1 && context.detail() == DetailLevel.NEAR) {
            double edge = box.bottom() + 3.5;
            g.strokeLine(box.x() + ROUNDING / 2, edge, box.right() - ROUNDING / 2, edge);
        }
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        if (context.detail() == DetailLevel.NEAR) {
            near(context, picture, sign);
        } else {
            glyph(context, picture, sign);
        }
    }

    private static void near(PaintContext context, CardPicture picture, Sign sign) {
        Pen g = context.g();
        ClientCard card = picture.card();
        Box box = picture.box();
        g.setFill(context.colors().of(sign.tone()));
        if (context.hasCharts()) {
            CardTextLines lines = CardTextLines.above(context, picture.head(), box.x() + PADDING);
            lines.write(context, sign, card.label(), card.words());
            List<NodePicture> rows = picture.rows();
            Sparkline sparkline = rows.size() == 1 ? rows.getFirst().sparkline() : picture.sparkline();
            SparklinePainter.strip(context, sparkline, lines.chart(), sign.tone());
        } else {
            sign.shape().fill(g, box.x() + SIGN_X, box.y() + 21, SIGN_SIZE);
            double room = box.width() - TEXT_X - PADDING;
            context.write(card.words(), context.plain(12), TextAlignment.LEFT, box.x() + TEXT_X, box.y() + 34, room);
            g.setFill(context.colors().of(Ink.TEXT));
            context.write(card.label(), context.bold(13.5), TextAlignment.LEFT, box.x() + TEXT_X, box.y() + 18, room);
        }
        boolean alone = picture.rows().size() == 1;
        for (NodePicture row : picture.rows()) {
            row(context, row, alone);
        }
    }

    /** "iron … 120/min"; how it stands instead of the rate where somebody should know. Its chart is between both, if it is not the card's. */
    private static void row(PaintContext context, NodePicture picture, boolean alone) {
        Pen g = context.g();
        MapNode node = picture.node();
        Box box = picture.box();
        Sign sign = Sign.of(node.flow());
        context.fade(picture.isFound());
        g.setFill(context.colors().of(sign.tone()));
        sign.shape().fill(g, box.x() + SIGN_X, box.centreY(), context.calm(ROW_SIGN_SIZE));
        double baseline = box.centreY() + context.calm(4);
        boolean calls = node.severity().compareTo(Severity.HELD) >= 0;
        Font plain = context.plain(12);
        Font small = context.plain(11);
        String resource = context.fonts().fit(node.key().resource().value(), plain, calls ? 72 : 96);
        double left = box.x() + TEXT_X + TextWidth.of(resource, plain) + 8;
        double right = box.right() - PADDING;
        String told = context.fonts()
                .fit(calls ? node.words() : Figures.compact(node.actualPerMinute()) + "/min", small, right - left);
        g.setFill(calls ? context.colors().of(sign.tone()) : context.colors().of(Ink.MUTED));
        context.write(told, small, TextAlignment.RIGHT, right, baseline, box.width());
        g.setFill(context.colors().of(Ink.TEXT));
        context.write(resource, plain, TextAlignment.LEFT, box.x() + TEXT_X, baseline, box.width());
        double from = Math.max(left, box.x() + ROW_CHART_X);
        double room = right - TextWidth.of(told, small) - 8 - from;
        if (context.hasCharts() && !alone && room >= ROW_CHART_LEAST) {
            SparklinePainter.strip(
                    context, picture.sparkline(), new Box(from, box.y() + 4, room, box.height() - 8), sign.tone());
        }
    }

    /** Whether glyphs are so large that what is written in them can be read. */
    public static boolean isReadable(double zoom) {
        return glyphSize(ClientShape.LEAST_HEIGHT, zoom) * zoom >= LEAST_PIXELS;
    }

    /** How large a name is that leaves room for the totals below it. */
    private static double glyphSize(double height, double zoom) {
        return Math.min(DetailLevel.legible(13, NAME_PIXELS, 30, zoom), height / GLYPH_LINES);
    }

    /** Name and totals as large as the card has room for; a sign where that could not be read. */
    private static void glyph(PaintContext context, CardPicture picture, Sign sign) {
        Pen g = context.g();
        ClientCard card = picture.card();
        Box box = picture.box();
        double size = glyphSize(box.height(), context.zoom());
        boolean readable = size * context.zoom() >= LEAST_PIXELS;
        g.setFill(context.colors().of(sign.tone()));
        double mark = Math.min(readable ? size : 1.6 * SIGN_X, box.height() * 0.5);
        double middle = box.centreY();
        sign.shape().fill(g, readable ? box.x() + PADDING + mark * 0.55 : box.centreX(), middle, mark);
        if (!readable) {
            return;
        }
        double textX = box.x() + PADDING + mark * 1.25;
        double room = box.right() - 6 - textX;
        // Where there is no room for both, each side's card tells its own.
        var font = context.fonts().plain(size * 0.88);
        String totals = TextWidth.of(card.totals(), font) <= room ? card.totals() : card.total();
        g.setFill(context.colors().of(Ink.MUTED));
        context.write(totals, font, TextAlignment.LEFT, textX, middle + size * 0.92, room);
        g.setFill(context.colors().of(Ink.TEXT));
        context.write(card.label(), context.fonts().bold(size), TextAlignment.LEFT, textX, middle - size * 0.24, room);
    }
}
