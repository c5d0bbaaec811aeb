package virdi.ui.map;

/** How often what moves is drawn. */
final class Cadence {
    /** Every second pulse of a screen. */
    private static final long HALF_NANOS = 30_000_000L;
    /** So many nodes take more than a third of a pulse to be drawn all anew, as a glide has it. */
    private static final int MOST_FLUENT = 40;

    private Cadence() {}

    /**
     * How long a picture is good.
     *
     * @param gliding whether what stands still is on its way to another place, and dots are not all that moves
     */
    static long stepNanos(MapViewModel model, boolean gliding) {
        long step = Beads.stepNanos(model.camera().zoom());
        if (!gliding) {
            return step;
        }
        return nodesInView(model) > MOST_FLUENT ? HALF_NANOS : Math.min(step, HALF_NANOS);
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
