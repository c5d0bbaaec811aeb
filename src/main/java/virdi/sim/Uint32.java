package virdi.sim;

/** The proto's {@code uint32}, which Java reads as a signed {@code int}. */
final class Uint32 {
    static final long MAX = 0xFFFF_FFFFL;

    private Uint32() {}

    static long widen(int wire) {
        return wire & MAX;
    }

    /** The nearest number that the wire can carry. */
    static int narrow(long units) {
        return (int) Math.clamp(units, 0, MAX);
    }
}
