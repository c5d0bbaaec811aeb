package virdi.simulation;

/** What a transport does to what it hears on its way to the checker. An honest one does nothing. */
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
