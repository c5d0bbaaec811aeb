package virdi.ui.map.scene;

import virdi.ui.map.plane.Box;

/**
 * The course of a pipe in the direction of the flow, and its width. Immutable; any thread.
 *
 * <p>The curve is a cubic with control points at thirds of the way. So x grows evenly along it and y at any x is one
 * smooth step. Dots keep a constant pace without tables, and hit tests are exact.
 */
public record Pipe(double x0, double y0, double x1, double y1, double width, double flat0, double flat1) {
    /**
     * Map units of level pipe beside a tank, where names and states are. It applies to pipes that come from any height.
     */
    private static final double LEVEL = 44;
    /** Map units of level pipe beside a card, where the rates are. */
    private static final double LEVEL_AT_CARD = 34;

    /** Limits of the width in map units: a pipe must stay visible and must not cover its neighbours. */
    private static final double NARROWEST = 7;

    private static final double WIDEST = 24;
    private static final double WIDTH_PER_DECADE = 3.6;

    public static Pipe of(NodePicture picture, Box tank) {
        double width = width(picture.node().possiblePerMinute());
        double cardY = picture.box().centreY();
        double atTank = picture.isRow() ? LEVEL : 0;
        double atCard = picture.isRow() ? 0 : LEVEL_AT_CARD;
        double tankX = picture.node().isProducer() ? tank.x() : tank.right();
        return picture.node().isProducer()
                ? new Pipe(picture.pipeX(), cardY, tankX + picture.mouthX(), picture.portY(), width, atCard, atTank)
                : new Pipe(tankX + picture.mouthX(), picture.portY(), picture.pipeX(), cardY, width, atTank, atCard);
    }

    /**
     * Returns the width of a pipe for its possible rate. Ten times the rate always adds the same width. Widths are
     * whole units, so that many pipes share one.
     */
    public static double width(double possiblePerMinute) {
        return Math.rint(Math.clamp(
                5 + WIDTH_PER_DECADE * Math.log10(1 + Math.max(0, possiblePerMinute)), NARROWEST, WIDEST));
    }

    boolean overlaps(Box part) {
        return x0 < part.right()
                && x1 > part.x()
                && Math.min(y0, y1) - width / 2 < part.bottom()
                && Math.max(y0, y1) + width / 2 > part.y();
    }

    /** Returns whether the curve, or the straight line between its ends, may lie within a part of the plane. */
    public boolean crosses(Box part) {
        if (!overlaps(part) || x1 <= x0) {
            return overlaps(part);
        }
        double from = Math.clamp((part.x() - width / 2 - x0) / (x1 - x0), 0, 1);
        double to = Math.clamp((part.right() + width / 2 - x0) / (x1 - x0), 0, 1);
        double upper = Math.min(Math.min(y(from), y(to)), Math.min(straightY(from), straightY(to)));
        double lower = Math.max(Math.max(y(from), y(to)), Math.max(straightY(from), straightY(to)));
        return upper - width / 2 < part.bottom() && lower + width / 2 > part.y();
    }

    public double length() {
        return Math.hypot(x1 - x0, y1 - y0);
    }

    /** Returns approximately how much of its length lies within a part of the plane. */
    public double lengthWithin(Box part) {
        Box all = Box.between(x0, y0, x1, y1);
        Box inside = all.within(part);
        double across = all.width() == 0 ? 1 : inside.width() / all.width();
        double along = all.height() == 0 ? 1 : inside.height() / all.height();
        return length() * Math.min(across, along);
    }

    public double x(double share) {
        return x0 + (x1 - x0) * share;
    }

    public double y(double share) {
        return y0 + (y1 - y0) * bent(share);
    }

    /** Returns the completed share of the height difference at a share of the way; 0 to 1. */
    double bent(double share) {
        double bend = x1 - x0 - flat0 - flat1;
        double along = bend <= 0 ? share : Math.clamp(((x1 - x0) * share - flat0) / bend, 0, 1);
        return along * along * (3 - 2 * along);
    }

    /** Returns y at a share of the way when the pipe is drawn as a straight line. */
    public double straightY(double share) {
        return y0 + (y1 - y0) * share;
    }

    double yAtX(double x) {
        return y((x - x0) / (x1 - x0));
    }
}
