package virdi.ui.sign;

import virdi.ui.kit.pen.Pen;

/** The outlines of the signs, told apart without colour. Each is an SVG path in a box of {@link #BOX} by {@link #BOX}. */
public enum SignShape {
    /** Trouble. */
    TRIANGLE("M6 0.5 L11.8 11 L0.2 11 Z"),
    /** Full, warning. */
    SQUARE("M1.2 1.2 H10.8 V10.8 H1.2 Z"),
    /** Good. */
    DISC("M6 1 A5 5 0 1 1 6 11 A5 5 0 1 1 6 1 Z"),
    /** Asked, or idle: nothing flows. */
    RING("M6 1 A5 5 0 1 1 6 11 A5 5 0 1 1 6 1 Z M6 2.8 A3.2 3.2 0 1 0 6 9.2 A3.2 3.2 0 1 0 6 2.8 Z"),
    /** Paused by an operator. */
    BARS("M1.8 1 H4.8 V11 H1.8 Z M7.2 1 H10.2 V11 H7.2 Z"),
    /** Throttled by an operator: a valve. */
    VALVE("M0.5 1.5 L6 6 L0.5 10.5 Z M11.5 1.5 L6 6 L11.5 10.5 Z"),
    /** Blocked by an operator. */
    CROSS("M2.4 1 L6 4.6 L9.6 1 L11 2.4 L7.4 6 L11 9.6 L9.6 11 L6 7.4 L2.4 11 L1 9.6 L4.6 6 L1 2.4 Z");

    /** Width and height of the box that the path is drawn in. */
    public static final double BOX = 12;

    private final String svg;

    SignShape(String svg) {
        this.svg = svg;
    }

    /** The outline as an SVG path. */
    public String svg() {
        return svg;
    }

    /** Fills the shape with the current fill, centred at a place, in a box of the given size. FX thread. */
    public void fill(Pen g, double centerX, double centerY, double size) {
        g.save();
        g.translate(centerX - size / 2, centerY - size / 2);
        g.scale(size / BOX, size / BOX);
        g.beginPath();
        g.appendSVGPath(svg);
        g.fill();
        g.restore();
    }
}
