package virdi.ui.map;

/**
 * How much of what stands still is drawn in one pulse, so that a thousand changes cost many small frames rather than one
 * long one. The nearer, the more there is of each part, and the fewer are in view.
 */
final class DrawingBudget {
    private int parts;
    private int shapes;

    DrawingBudget(Detail detail) {
        parts = switch (detail) {
            case FAR -> 40;
            case MIDDLE -> 16;
            case NEAR -> 5;
        };
        // Drawn with its neighbours, and not cut out of them, a part costs less.
        shapes = 8 * parts;
    }

    /** Whether one more part may be drawn. */
    boolean takePart() {
        return parts-- > 0;
    }

    /** Whether one more basin may be drawn as a whole, however much is on it: it cannot be drawn in pieces. */
    boolean takeShape(BasinPicture basin) {
        boolean allowed = shapes > 0;
        shapes -= basin.producers().size() + basin.consumers().size() + 1;
        return allowed;
    }
}
