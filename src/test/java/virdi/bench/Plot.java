package virdi.bench;

import java.util.List;
import java.util.Locale;

/** A plot of cost against number of streams, as SVG: one line, the number of streams in powers of ten. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 48;
    private static final int BOTTOM = 48;

    private final String title;
    private final String streams;
    private final String cost;

    /**
     * @param streams what is counted along the bottom
     * @param cost what is measured, with its unit
     */
    Plot(String title, String streams, String cost) {
        this.title = title;
        this.streams = streams;
        this.cost = cost;
    }

    /** One point: so many streams cost so much. */
    record Point(double streams, double cost) {}

    String svg(List<Point> points) {
        double most = points.stream().mapToDouble(Point::cost).max().orElse(1);
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        step = most / step < 2.5 ? step / 2 : step;
        double top = Math.ceil(most * 1.1 / step) * step;
        double decades = Math.log10(points.getLast().streams());
        var svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'>",
                WIDTH,
                HEIGHT);
        add(svg, "<rect width='%d' height='%d' fill='#ffffff'/>", WIDTH, HEIGHT);
        text(svg, LEFT, 20, "start", 14, title);
        text(svg, LEFT, 38, "start", 11, cost);
        for (double value = 0; value <= top + step / 2; value += step) {
            double y = y(value, top);
            add(svg, "<path d='M%d %.1fH%d' stroke='#e0e4ea'/>", LEFT, y, WIDTH - RIGHT);
            text(svg, LEFT - 8, y + 4, "end", 11, String.format(Locale.ROOT, "%,.0f", value));
        }
        var line = new StringBuilder();
        for (Point point : points) {
            double x = x(point.streams(), decades);
            double y = y(point.cost(), top);
            line.append(String.format(Locale.ROOT, "%s%.1f %.1f", line.isEmpty() ? "M" : "L", x, y));
            add(svg, "<circle cx='%.1f' cy='%.1f' r='4' fill='#1f6feb'/>", x, y);
            text(svg, x, y - 10, "middle", 11, String.format(Locale.ROOT, "%,.0f", point.cost()));
            text(svg, x, HEIGHT - BOTTOM + 18, "middle", 11, String.format(Locale.ROOT, "%,.0f", point.streams()));
        }
        add(svg, "<path d='%s' fill='none' stroke='#1f6feb' stroke-width='2'/>", line);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", 11, streams);
        return svg.append("</svg>\n").toString();
    }

    private static double x(double streams, double decades) {
        return LEFT + 16 + Math.log10(streams) / decades * (WIDTH - LEFT - RIGHT - 40);
    }

    private static double y(double cost, double top) {
        return HEIGHT - BOTTOM - cost / top * (HEIGHT - TOP - BOTTOM);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, int size, String text) {
        add(
                svg,
                "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='%d' fill='#30363d'>%s</text>",
                x,
                y,
                anchor,
                size,
                text);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
