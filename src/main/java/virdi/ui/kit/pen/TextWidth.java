package virdi.ui.kit.pen;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures texts, which a canvas cannot. FX thread only. */
public final class TextWidth {
    private static final Text RULER = new Text();

    private TextWidth() {}

    /** The width of a line, in logical pixels. */
    public static double of(String text, Font font) {
        RULER.setFont(font);
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
    }

    /** The text, or as much of its beginning as fits with an ellipsis behind it. */
    public static String fit(String text, Font font, double width) {
        if (of(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (of(text.substring(0, middle) + "…", font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low).stripTrailing() + "…";
    }
}
