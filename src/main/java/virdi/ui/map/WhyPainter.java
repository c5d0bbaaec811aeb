package virdi.ui.map;

import javafx.scene.text.TextAlignment;
import virdi.ui.kit.Pen;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws the answer to "Why?" in a bubble. FX thread only. */
final class WhyPainter {
    private static final double ROUNDING = 16;

    private WhyPainter() {}

    static void paint(Easel easel, WhyText why, Box box, Tone tone) {
        Pen g = easel.g();
        g.setFill(easel.inks().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        g.setFill(easel.inks().of(tone, Strength.WASH));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ROUNDING, ROUNDING);
        g.setStroke(easel.inks().of(tone));
        g.setLineWidth(1);
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

    /** As much of it as can be read at this zoom, on one line. */
    private static void headline(Easel easel, WhyText why, Box box) {
        double size = Detail.legible(12.5, 9.5, 24, easel.zoom());
        easel.g().setFill(easel.inks().of(Ink.TEXT));
        easel.write(
                String.join(" ", why.lines()),
                easel.lettering().plain(size),
                TextAlignment.LEFT,
                box.x() + Hits.WHY_PADDING,
                box.centreY() + size * 0.36,
                box.width() - 2 * Hits.WHY_PADDING);
    }

    /** How large a bubble for a text is. */
    static double height(WhyText why) {
        return why.lineCount() * Hits.WHY_LINE_HEIGHT + 2 * Hits.WHY_PADDING * 0.8;
    }
}
