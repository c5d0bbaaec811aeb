package virdi.model;

/** Arithmetic of counted units. A number of units is a {@code long} of 0 or more whose name ends in what it counts. */
public final class Units {
    /** The largest amount, rate or limit that the wire can carry: 4,294,967,295. */
    public static final long MAX_UINT32 = 0xFFFF_FFFFL;

    private Units() {}

    /** Widens a protobuf {@code uint32}, which Java reads as a signed {@code int}. */
    public static long fromUint32(int raw) {
        return Integer.toUnsignedLong(raw);
    }

    /** The sum of two counts, or {@link Long#MAX_VALUE} where it would wrap. */
    public static long saturatingAdd(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
