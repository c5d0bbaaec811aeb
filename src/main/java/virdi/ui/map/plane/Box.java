package virdi.ui.map.plane;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rectangle on the map's plane. Map units are pixels at zoom 1. Immutable; any thread.
 *
 * @param x left edge
 * @param y upper edge
 */
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    public boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public Box movedBy(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** Returns a box that is larger by the margin on every side. A negative margin makes it smaller. */
    public Box grownBy(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** Returns the part of this box that lies in another box. The result has no size when they do not overlap. */
    public Box within(Box other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        return new Box(
                left,
                top,
                Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** Returns this box without a hole that lies inside it, as up to four parts: left, right, above and below. */
    public List<Box> without(Box hole) {
        if (hole.isEmpty()) {
            return List.of(this);
        }
        return Stream.of(
                        between(x, y, hole.x, bottom()),
                        between(hole.right(), y, right(), bottom()),
                        between(hole.x, y, hole.right(), hole.y),
                        between(hole.x, hole.bottom(), hole.right(), bottom()))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns the rectangle between two opposite corners, in any order. The user may drag in any direction. */
    public static Box between(double x0, double y0, double x1, double y1) {
        return new Box(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    }
}
