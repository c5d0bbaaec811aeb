package virdi.simulation;

/** The broker did what the protocol does not allow, or failed to do what it demands. */
final class LawBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    LawBroken(String what) {
        super(what);
    }

    /** Says so unless it holds. */
    static void unless(boolean holds, String what, Object... details) {
        if (!holds) {
            throw new LawBroken(what.formatted(details));
        }
    }

    /** Says so unless both are the same. */
    static void unlessEqual(Object seen, Object expected, String what, Object... details) {
        if (!seen.equals(expected)) {
            throw new LawBroken(what.formatted(details) + ": " + seen + ", expected " + expected);
        }
    }
}
