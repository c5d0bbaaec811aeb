package virdi.ui.kit;

/** Where a chart's points lie on the canvas; immutable arithmetic of {@link ChartPane}. The newest point is at the right. */
final class ChartPlot {
    private final long stepMillis;
    private final long spanMillis;
    private final double left;
    private final double above;
    private final double width;
    private final double height;
    private final double top;

    ChartPlot(ChartData data, long spanMillis, double left, double above, double width, double height) {
        this.stepMillis = data.stepMillis();
        this.spanMillis = spanMillis;
        this.left = left;
        this.above = above;
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        this.top = niceTop(data.top());
    }

    double left() {
        return left;
    }

    double right() {
        return left + width;
    }

    double above() {
        return above;
    }

    double bottom() {
        return above + height;
    }

    /** The value at the upper edge. */
    double top() {
        return top;
    }

    double y(double value) {
        return bottom() - Math.min(1, Math.max(0, value / top)) * height;
    }

    /** Where an instant so many milliseconds before the newest point lies. */
    double xAgo(double millis) {
        return right() - millis / spanMillis * width;
    }

    double x(int index, int length) {
        return xAgo((double) (length - 1 - index) * stepMillis);
    }

    /** The oldest point that is inside the plot. */
    int firstIndex(int length) {
        return (int) Math.max(0, length - 1 - spanMillis / stepMillis);
    }

    /** The point nearest to a place on the canvas. */
    int indexAt(double x, int length) {
        long stepsAgo = Math.round((right() - x) / width * spanMillis / stepMillis);
        return (int) Math.clamp(length - 1 - stepsAgo, firstIndex(length), length - 1);
    }

    /** The next of 1, 2, 4, 6, 8, 10, 20, … at or above a value, so that the axis reads easily and seldom changes. */
    static double niceTop(double value) {
        if (!(value > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 4, 6, 8}) {
            if (value <= step * power * 1.000001) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
