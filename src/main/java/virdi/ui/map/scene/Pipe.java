package virdi.ui.map.scene;

import virdi.ui.map.plane.Box;

/**
 * The way of a pipe, in the direction of the flow, and its width.
 *
 * <p>A cubic whose control points stand at thirds of the way: x then grows evenly along it, so that y at any x is one
 * smooth step, dots keep a constant pace without tables, and hit testing is exact.
 */
public record Pipe(double x0, double y0, double x1, double y1, double width, double flat0, double flat1) {
    /** How far a pipe that comes from any height runs level beside its tank, where names and states stand. */
    private static final double LEVEL = 44;
    /** How far a pipe runs level beside its card, where its rates stand. */
    private static final double LEVEL_AT_CARD = 34;

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

    /** How wide a pipe is that can carry so much: each tenfold adds the same. In whole units, so that many are alike. */
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

    /** Whether the bent pipe itself, or the straight line of it, may be within a part of the plane. */
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

    /** About how much of its length is within a part of the plane. */
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

    /** How much of the way from the one height to the other lies behind; 0 to 1. */
    double bent(double share) {
        double bend = x1 - x0 - flat0 - flat1;
        double along = bend <= 0 ? share : Math.clamp(((x1 - x0) * share - flat0) / bend, 0, 1);
        return along * along * (3 - 2 * along);
    }

    /** The same where the pipe is drawn as a straight line. */
    public double straightY(double share) {
        return y0 + (y1 - y0) * share;
    }

    double yAtX(double x) {
        return y((x - x0) / (x1 - x0));
    }
}
