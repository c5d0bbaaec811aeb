package virdi.ui.map.plane;

/** How much the map shows at a zoom. It leaves out text that is too small to read and draws important text larger. */
public enum DetailLevel {
    /** The map shows tanks with their totals and one sign for each node. */
    FAR,
    /** The map also shows the names of nodes. */
    MIDDLE,
    /** The map shows everything. */
    NEAR;

    /** A zoom factor: from here on the small text of a card can be read. */
    private static final double NEAR_FROM = 0.62;
    /** A zoom factor: from here on names can be read. */
    private static final double MIDDLE_FROM = 0.37;

    public static DetailLevel at(double zoom) {
        return zoom >= NEAR_FROM ? NEAR : zoom >= MIDDLE_FROM ? MIDDLE : FAR;
    }

    /** Returns a size in map units that is at least {@code pixels} on the screen, but never more than {@code most}. */
    public static double legible(double size, double pixels, double most, double zoom) {
        return Math.clamp(pixels / zoom, size, Math.max(size, most));
    }
}
