package virdi.ui.map.scene;

/** Counts changes of the static part of the picture, so that others can tell whether they have drawn it. FX thread only. */
public final class PictureVersion {
    private long any;
    private long whole;

    /** Rises whenever something stands or is seen elsewhere, or has faded: the picture as drawn is wrong. */
    public long any() {
        return any;
    }

    /**
     * Rises when all of the picture looks different. Otherwise it is only seen from elsewhere, or basins have moved, each
     * with all that belongs to it.
     */
    public long whole() {
        return whole;
    }

    /** All of the picture looks different. */
    void changedWhole() {
        any++;
        whole++;
    }

    /** The picture is seen from elsewhere. */
    void seenElsewhere() {
        any++;
    }

    /**
     * Basins have moved.
     *
     * @param crossing whether pipes run across each other's ground, so that no basin can be drawn by itself
     */
    void moved(boolean crossing) {
        any++;
        whole += crossing ? 1 : 0;
    }
}
