package virdi.ui.kit.chart;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** The colours and the writing of a chart, as the stylesheet has them. */
record ChartLook(
        Color line,
        Color second,
        Color bound,
        Color grid,
        Color text,
        Color strong,
        Color held,
        Color warning,
        Color background,
        Font font,
        Font bold) {
    Color of(ChartData.SeriesStyle style) {
        return switch (style) {
            case MAIN -> line;
            case SECOND -> second;
            case BOUND, LIMIT -> bound;
            case HELD -> held;
            case WARNING -> warning;
            case CALM -> text;
        };
    }
}
