package virdi.ui.kit;

/** The shapes of dots of a few pixels, for pens of other packages: without it each pen would round dots differently. */
public final class SmallDots {
    /** Takes the rectangles of a dot one after the other. */
    @FunctionalInterface
    public interface RectFill {
        void fill(double x, double y, double width, double height);
    }

    private SmallDots() {}

    /** Whether a dot is so large that it has to be drawn as a disc. The radius is in pixels of the screen. */
    public static boolean isDisc(double screenRadius) {
        return DotShape.isDisc(screenRadius);
    }

    /**
     * Gives the rectangles of a dot that is no disc.
     *
     * @param radius in the units of {@code x} and {@code y}
     * @param screenRadius the same radius in pixels of the screen
     */
    public static void forEachRect(double x, double y, double radius, double screenRadius, RectFill target) {
        DotShape.forEachRect(x, y, radius, screenRadius, target::fill);
    }
}
