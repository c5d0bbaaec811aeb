package virdi.ui.map.layout;

/** How much of the previous layout the next one keeps. */
public enum Stability {
    /** It chooses all places again. */
    FRESH,
    /** It keeps the columns unless they would fill the view badly. */
    FITTING,
    /** It almost always keeps the columns, because the user looks at a part of the map. */
    STILL
}
