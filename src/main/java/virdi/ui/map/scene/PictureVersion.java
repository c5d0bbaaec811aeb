package virdi.ui.map.scene;

/** Counts changes of the static part, so that painters can tell whether their drawing is up to date. FX thread only. */
public final class PictureVersion {
    private long any;
    private long whole;

    /**
     * Increases whenever something moves or fades, or the camera moves. The drawing of the static part is then out of
     * date.
     */
    public long any() {
        return any;
    }

    /** Increases when the whole picture has changed. Otherwise only the camera or single basins have moved. */
    public long whole() {
        return whole;
    }

    /** Tells that the whole picture has changed. */
    void changedWhole() {
        any++;
        whole++;
    }

    /** Tells that the camera has moved. */
    void seenElsewhere() {
        any++;
    }

    /**
     * Tells that basins have moved.
     *
     * @param crossing whether pipes of different basins cross, so that no basin can be drawn by itself
     */
    void moved(boolean crossing) {
        any++;
        whole += crossing ? 1 : 0;
    }
}
