package virdi.ui.map.plane;

/** How much is told at a zoom: what could not be read is left out, what matters is written larger. */
public enum DetailLevel {
    /** Tanks with their totals, and a sign for each node. */
    FAR,
    /** NodeNames, too. */
    MIDDLE,
    /** Everything. */
    NEAR;

    private static final double NEAR_FROM = 0.62;
    private static final double MIDDLE_FROM = 0.37;

    public static DetailLevel at(double zoom) {
        return zoom >= NEAR_FROM ? NEAR : zoom >= MIDDLE_FROM ? MIDDLE : FAR;
    }

    /** A size in map units that is at least so many pixels on the screen, as far as there is room. */
    public static double legible(double size, double pixels, double most, double zoom) {
        return Math.clamp(pixels / zoom, size, Math.max(size, most));
    }
}
