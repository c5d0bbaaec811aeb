package virdi.ui.map;

/**
 * The way of a pipe, in the direction of the flow, and its width.
 *
 * <p>A cubic whose control points stand at thirds of the way: x then grows evenly along it, so that y at any x is one
 * smooth step, dots keep a constant pace without tables, and hit testing is exact.
 */
record Pipe(double x0, double y0, double x1, double y1, double width) {
    private static final double NARROWEST = 7;
    private static final double WIDEST = 24;
    private static final double WIDTH_PER_DECADE = 3.6;

    static Pipe of(NodePicture picture, Box tank) {
        double width = width(picture.node().possiblePerMinute());
        double cardY = picture.box().centreY();
        return picture.node().isProducer()
                ? new Pipe(picture.pipeX(), cardY, tank.x(), picture.portY(), width)
                : new Pipe(tank.right(), picture.portY(), picture.pipeX(), cardY, width);
    }

    /** How wide a pipe is that can carry so much: each tenfold adds the same. */
    static double width(double possiblePerMinute) {
        return Math.clamp(5 + WIDTH_PER_DECADE * Math.log10(1 + Math.max(0, possiblePerMinute)), NARROWEST, WIDEST);
    }

    double length() {
        return Math.hypot(x1 - x0, y1 - y0);
    }

    double x(double share) {
        return x0 + (x1 - x0) * share;
    }

    double y(double share) {
        return y0 + (y1 - y0) * share * share * (3 - 2 * share);
    }

    double yAtX(double x) {
        return y((x - x0) / (x1 - x0));
    }
}
