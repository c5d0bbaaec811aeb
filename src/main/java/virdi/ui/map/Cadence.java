package virdi.ui.map;

/**
 * How often what moves is drawn, and how much of it at once. FX thread only.
 *
 * <p>A picture of few nodes is drawn whole. Where there are many its halves are drawn in turn, each in every second pulse at
 * most: dots go less than a pixel and a half meanwhile, and no pulse has to wait for all of the picture.
 */
final class Cadence {
    /** Every second pulse of a screen. */
    private static final long HALF_NANOS = 30_000_000L;
    /** So many nodes take more than a third of a pulse to be drawn all anew, as a glide has it. */
    private static final int MOST_FLUENT = 40;

    private long upperNanos;
    private long lowerNanos;

    /**
     * What is due at a time.
     *
     * @param gliding whether what stands still is on its way to another place, and dots are not all that moves
     */
    Share due(MapViewModel model, boolean gliding, long nanos) {
        boolean many = nodesInView(model) > MOST_FLUENT;
        long step = Beads.stepNanos(model.camera().zoom());
        if (many) {
            step = gliding ? HALF_NANOS : Math.max(step, HALF_NANOS);
        } else if (gliding) {
            step = Math.min(step, HALF_NANOS);
        }
        Share elder = !many || gliding ? Share.ALL : upperNanos <= lowerNanos ? Share.UPPER : Share.LOWER;
        return nanos - Math.min(upperNanos, lowerNanos) >= step ? elder : Share.NONE;
    }

    /** Tells what was drawn at a time. */
    void drawn(Share share, long nanos) {
        if (share.has(true)) {
            upperNanos = nanos;
        }
        if (share.has(false)) {
            lowerNanos = nanos;
        }
    }

    private static int nodesInView(MapViewModel model) {
        Box visible = model.camera().visible();
        int nodes = 0;
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(visible)) {
                nodes += basin.producers().size() + basin.consumers().size();
            }
        }
        return nodes;
    }
}
