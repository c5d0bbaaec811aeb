package virdi.ui.map;

/** Tells in one number whether something is as it was: 64 bits are enough that no two pictures are taken for one. */
final class Digest {
    private Digest() {}

    /** What a digest becomes with one number more. */
    static long mixed(long digest, long more) {
        long mixed = (digest ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    static long mixed(long digest, double more) {
        return mixed(digest, Double.doubleToLongBits(more));
    }

    /** What stands for two values at once: it is equal to neither, nor to any third. */
    static long torn(long one, long other) {
        return one == other ? one : mixed(one, other);
    }
}
