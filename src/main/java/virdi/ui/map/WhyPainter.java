package virdi.ui.map;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws the answer to "Why?" in a bubble. FX thread only. */
final class WhyPainter {
    private static final double ROUNDING = 16;
    /** From line to line, in heights of the font. */
    private static final double LEADING = 1.3;

    private static final double EDGE = 1;

    private WhyPainter() {}

    /** All that is drawn of a sentence in a box. */
    static Box reach(Box box) {
        return box.grownBy(EDGE);
    }

    static void paint(Easel easel, WhyText why, Box box, Tone tone) {
        Pen g = easel.g();
        g.setFill(easel.inks().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        g.setFill(easel.inks().of(tone, Strength.WASH));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        g.setStroke(easel.inks().of(tone));
        g.setLineWidth(EDGE);
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        if (easel.detail() != Detail.NEAR) {
            headline(easel, why, box);
            return;
        }
        double top = box.centreY() - why.lineCount() * Hits.WHY_LINE_HEIGHT / 2;
        double baseline = top + 13.5;
        double room = box.width();
        g.setFill(easel.inks().of(Ink.TEXT));
        for (String line : why.lines()) {
            easel.write(line, easel.lettering().why(), TextAlignment.LEFT, box.x() + Hits.WHY_PADDING, baseline, room);
            baseline += Hits.WHY_LINE_HEIGHT;
        }
        Box link = Hits.linkBox(why, box);
        g.setFill(easel.inks().of(Tone.FLOW));
        easel.write(why.link(), easel.lettering().link(), TextAlignment.LEFT, link.x(), link.y() + 13.5, room);
    }

    /** As much of it as can be read at this zoom. */
    private static void headline(Easel easel, WhyText why, Box box) {
        double size = Detail.legible(12.5, 9.5, 24, easel.zoom());
        Font font = easel.lettering().plain(size);
        double room = box.width() - 2 * Hits.WHY_PADDING;
        String text = String.join(" ", why.lines());
        List<String> lines = WhyText.broken(text, line -> easel.lettering().fitsByCharacters(line, font, room));
        int shown = Math.clamp((int) (box.height() / (size * LEADING)), 1, lines.size());
        double baseline = box.centreY() - shown * size * LEADING / 2 + size;
        easel.g().setFill(easel.inks().of(Ink.TEXT));
        for (String line : lines.subList(0, shown - 1)) {
            easel.write(line, font, TextAlignment.LEFT, box.x() + Hits.WHY_PADDING, baseline, room);
            baseline += size * LEADING;
        }
        String last = String.join(" ", lines.subList(shown - 1, lines.size()));
        easel.write(last, font, TextAlignment.LEFT, box.x() + Hits.WHY_PADDING, baseline, room);
    }

    /** How large a bubble for a text is. */
    static double height(WhyText why) {
        return why.lineCount() * Hits.WHY_LINE_HEIGHT + 2 * Hits.WHY_PADDING * 0.8;
    }
}
