package virdi.ui.kit.pen;

/** Dots of a few pixels as rectangles across each other, which look as round as discs for a fraction of what those cost. */
final class DotShape {
    /** Below so many pixels of radius a dot is a square. */
    private static final double SQUARE = 1.2;

    /** Below so many two rectangles. */
    private static final double CROSSED = 2.4;

    /** Below so many three. */
    private static final double STEPPED = 4.6;

    /** Takes each rectangle. */
    interface Rects {
        void fill(double x, double y, double width, double height);
    }

    private DotShape() {}

    /** Whether it is so large that it has to be a disc. */
    static boolean isDisc(double pixels) {
        return pixels >= STEPPED;
    }

    /**
     * Gives the rectangles of a dot that is no disc.
     *
     * @param pixels its radius on the screen
     */
    static void forEachRect(double x, double y, double radius, double pixels, Rects rects) {
        if (pixels < SQUARE) {
            square(x, y, radius, rects);
        } else if (pixels < CROSSED) {
            cross(x, y, radius, 0.55 * radius, rects);
        } else {
            square(x, y, 0.76 * radius, rects);
            cross(x, y, radius, 0.42 * radius, rects);
        }
    }

    private static void square(double x, double y, double half, Rects rects) {
        rects.fill(x - half, y - half, 2 * half, 2 * half);
    }

    private static void cross(double x, double y, double half, double waist, Rects rects) {
        rects.fill(x - half, y - waist, 2 * half, 2 * waist);
        rects.fill(x - waist, y - half, 2 * waist, 2 * half);
    }
}
