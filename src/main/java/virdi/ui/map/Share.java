package virdi.ui.map;

/** The share of a picture that is drawn at once: half of it takes half as long, and the other half has the next pulse. */
enum Share {
    NONE,
    UPPER,
    LOWER,
    ALL;

    /** Whether the upper half, or else the lower one, is part of it. */
    boolean has(boolean upper) {
        return this == ALL || this == (upper ? UPPER : LOWER);
    }

    /** What of it is left when a share of it is done. */
    Share without(Share done) {
        boolean upper = has(true) && !done.has(true);
        boolean lower = has(false) && !done.has(false);
        return upper && lower ? ALL : upper ? UPPER : lower ? LOWER : NONE;
    }
}
