package virdi.ui.map.paint;

import javafx.scene.text.TextAlignment;
import virdi.ui.map.plane.Box;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;

/**
 * Where the lines of a card stand that is so near that they leave room for a chart below them. What is written keeps its
 * size on the screen, so the nearer, the higher the chart.
 *
 * @param left where sign and chart begin
 * @param right where everything ends
 * @param name baseline
 * @param words baseline
 * @param chart below both
 */
public record CardTextLines(double left, double right, double name, double words, Box chart) {
    private static final double MARGIN = 10;
    private static final double ABOVE = 3.5;
    private static final double NAME = 11.5;
    private static final double WORDS = 14;
    private static final double GAP = 6;
    private static final double BELOW = 4;
    private static final double SIGN_SIZE = 11;

    static CardTextLines above(PaintContext context, Box card, double left) {
        double name = card.y() + ABOVE + context.calm(NAME);
        double words = name + context.calm(WORDS);
        double top = words + context.calm(GAP);
        double right = card.right() - MARGIN;
        return new CardTextLines(
                left, right, name, words, new Box(left, top, right - left, card.bottom() - BELOW - top));
    }

    /** Writes a name and, with the sign's colour, which is set already, a state. */
    void write(PaintContext context, Sign sign, String label, String state) {
        double size = context.calm(SIGN_SIZE);
        sign.shape().fill(context.g(), left + size / 2, (name + words) / 2 - context.calm(4), size);
        double textX = left + 1.7 * size;
        context.write(state, context.plain(12), TextAlignment.LEFT, textX, words, right - textX);
        context.g().setFill(context.colors().of(Ink.TEXT));
        context.write(label, context.bold(13.5), TextAlignment.LEFT, textX, name, right - textX);
    }
}
