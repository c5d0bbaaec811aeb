package virdi.simulation;

/** A fault that a transport puts between the broker and the checker. An honest one has none. */
class Flaw {
    static final Flaw NONE = new Flaw();

    /** How many units of a delivery are told. */
    long delivers(long units) {
        return units;
    }

    /** Whether a request is told. */
    boolean requests() {
        return true;
    }

    /** How many units the end of a stream is told with. */
    long ends(long units) {
        return units;
    }
}
