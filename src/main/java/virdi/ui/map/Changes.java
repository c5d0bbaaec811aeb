package virdi.ui.map;

/** Counts what has changed of that which stands still, so that others can tell whether they have drawn it. FX thread only. */
final class Changes {
    private long any;
    private long all;

    /** Rises whenever something stands or is seen elsewhere, or has faded: what was drawn is not right any more. */
    long any() {
        return any;
    }

    /** Rises when all of it looks otherwise; else it is only seen elsewhere, or basins stand so, each with what belongs to it. */
    long all() {
        return all;
    }

    /** Takes note that nothing that was drawn is right any more. */
    void countAll() {
        any++;
        all++;
    }

    /** Takes note that all of it is seen from elsewhere, and stands where it did. */
    void countSeen() {
        any++;
    }

    /**
     * Takes note that basins have moved.
     *
     * @param web whether pipes run across each other's ground, so that none can be drawn again by itself
     */
    void countMoved(boolean web) {
        any++;
        all += web ? 1 : 0;
    }
}
