package virdi.ui.map.valve;

/** The parts of the map's view that its controls work on. FX thread only. */
public interface MapSurface {
    /** Hands tremble: a press that moves by less is a click. */
    double CLICK_PIXELS = 4;

    /** In pixels. */
    double getWidth();

    /** In pixels. */
    double getHeight();

    /** Gives the map the keyboard. */
    void requestFocus();

    /** Has the map drawn in the next pulse. */
    void repaint();

    /** Says something to people who use a screen reader. */
    void announce(String words);
}
