package virdi.ui.map.paint;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.HitTest;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws the answer to "Why?" in a bubble. FX thread only. */
public final class WhyPainter {
    private static final double ROUNDING = 16;
    /** From line to line, in heights of the font. */
    private static final double LEADING = 1.3;

    private static final double EDGE = 1;

    private WhyPainter() {}

    /** All that is drawn of a sentence in a box. */
    public static Box reach(Box box) {
        return box.grownBy(EDGE);
    }

    static void paint(PaintContext context, WhyText why, Box box, Tone tone) {
        Pen g = context.g();
        g.setFill(context.colors().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        g.setFill(context.colors().of(tone, Strength.WASH));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        g.setStroke(context.colors().of(tone));
        g.setLineWidth(EDGE);
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        if (context.detail() != DetailLevel.NEAR) {
            headline(context, why, box);
            return;
        }
        double top = box.centreY() - why.lineCount() * HitTest.WHY_LINE_HEIGHT / 2;
        double baseline = top + 13.5;
        double room = box.width();
        g.setFill(context.colors().of(Ink.TEXT));
        for (String line : why.lines()) {
            context.write(
                    line, context.fonts().why(), TextAlignment.LEFT, box.x() + HitTest.WHY_PADDING, baseline, room);
            baseline += HitTest.WHY_LINE_HEIGHT;
        }
        Box link = HitTest.linkBox(why, box);
        g.setFill(context.colors().of(Tone.FLOW));
        context.write(why.link(), context.fonts().link(), TextAlignment.LEFT, link.x(), link.y() + 13.5, room);
    }

    /** As much of it as can be read at this zoom. */
    private static void headline(PaintContext context, WhyText why, Box box) {
        double size = DetailLevel.legible(12.5, 9.5, 24, context.zoom());
        Font font = context.fonts().plain(size);
        double room = box.width() - 2 * HitTest.WHY_PADDING;
        String text = String.join(" ", why.lines());
        List<String> lines = WhyText.broken(text, line -> context.fonts().fitsByCharacters(line, font, room));
        int shown = Math.clamp((int) (box.height() / (size * LEADING)), 1, lines.size());
        double baseline = box.centreY() - shown * size * LEADING / 2 + size;
        context.g().setFill(context.colors().of(Ink.TEXT));
        for (String line : lines.subList(0, shown - 1)) {
            context.write(line, font, TextAlignment.LEFT, box.x() + HitTest.WHY_PADDING, baseline, room);
            baseline += size * LEADING;
        }
        String last = String.join(" ", lines.subList(shown - 1, lines.size()));
        context.write(last, font, TextAlignment.LEFT, box.x() + HitTest.WHY_PADDING, baseline, room);
    }
}
