package virdi.ui.map.layout;

/** How much a layout keeps of the one before. */
public enum Stability {
    /** Nothing: all places are chosen anew. */
    FRESH,
    /** The columns, unless they would fill the view badly by now. */
    FITTING,
    /** The columns, almost always: somebody looks at a part of the picture, and its outline matters less. */
    STILL
}
