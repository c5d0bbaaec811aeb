package virdi.ui.map;

/** How far a layout may depart from the one before. */
enum Leeway {
    /** All places are chosen anew. */
    FRESH,
    /** Only where the ones before would fill the view badly by now. */
    FITTING,
    /** Hardly ever: somebody looks at a part of it, and its shape as a whole matters less. */
    STILL
}
