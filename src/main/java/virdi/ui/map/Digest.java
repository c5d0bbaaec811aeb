package virdi.ui.map;

/** Many numbers as one, which is another one when one of them is. */
final class Digest {
    private Digest() {}

    /** Takes one more number in. */
    static long mixed(long digest, long more) {
        long mixed = (digest ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
