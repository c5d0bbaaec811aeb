package virdi.ui.kit.chart;

/** Where a chart's points lie on the canvas; immutable arithmetic of {@link ChartPane}. The newest point is at the right. */
final class ChartPlot {
    private final ChartData data;
    private final double left;
    private final double above;
    private final double width;
    private final double height;
    private final double low;
    private final double high;

    /** Fits an axis to the data, and the data to a place. */
    ChartPlot(ChartData data, ChartAxis axis, double left, double above, double width, double height) {
        this.data = data;
        this.left = left;
        this.above = above;
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        if (!data.isEmpty()) {
            fit(axis);
        }
        this.low = axis.low();
        this.high = Math.max(axis.high(), axis.low() + Double.MIN_NORMAL);
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

    double y(double value) {
        return bottom() - Math.clamp((value - low) / (high - low), 0, 1) * height;
    }

    /** Where an instant so many milliseconds before the newest point lies. */
    double xAgo(double millis) {
        return right() - millis / data.spanMillis() * width;
    }

    /** Where an instant lies; what has happened since the newest point is at the right edge. */
    double xAt(long epochMillis) {
        return xAgo(Math.max(0, data.lastMillis() - epochMillis));
    }

    double x(int index) {
        return xAt(data.epochMillis()[index]);
    }

    boolean isInside(double x) {
        return x >= left - 0.5 && x <= right() + 0.5;
    }

    /** The oldest point that is inside the plot. */
    int firstIndex() {
        int first = 0;
        while (first < data.epochMillis().length - 1 && !isInside(x(first))) {
            first++;
        }
        return first;
    }

    /** The point nearest to a place on the canvas. */
    int indexAt(double x) {
        int nearest = firstIndex();
        for (int i = nearest; i < data.epochMillis().length; i++) {
            if (Math.abs(x(i) - x) <= Math.abs(x(nearest) - x)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private void fit(ChartAxis axis) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (ChartData.Line line : data.lines()) {
            for (int i = firstIndex(); i < line.values().length; i++) {
                least = Math.min(least, line.values()[i]);
                most = Math.max(most, line.values()[i]);
            }
        }
        axis.fit(least, most);
    }
}
