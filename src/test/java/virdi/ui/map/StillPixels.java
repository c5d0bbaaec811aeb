package virdi.ui.map;

import java.util.List;

/** What stands still, compared with the same drawn at once. FX thread only. */
abstract class StillPixels extends LayerPixels {
    static final long MILLI = 1_000_000L;
    /** What cannot be told by eye: the lines of a shape are cut elsewhere where it is clipped. */
    static final int ALIKE = 16;

    long nanos = 1;

    StillLayer layer() {
        var layer = new StillLayer();
        layer.canvas().show(WIDTH, HEIGHT);
        pane.getChildren().addAll(layer.canvas(), layer.afterimage());
        return layer;
    }

    StillLayer afresh() {
        StillLayer layer = layer();
        layer.tell();
        layer.paint(model, style, Share.ALL, false, nanos);
        return layer;
    }

    void show(BusyWorld world, long tick) {
        world.advance(tick);
        model.resize(WIDTH, HEIGHT, nanos);
        model.show(world.latest(), nanos);
        settle();
    }

    void show(MapWorld world) {
        model.show(world.frame(1), nanos);
        settle();
    }

    /** Lets everything glide where it belongs. */
    void settle() {
        for (int i = 0; i < 100; i++) {
            nanos += 16 * MILLI;
            model.advance(nanos);
        }
    }

    void paint(StillLayer layer) {
        do {
            nanos += 16 * MILLI;
            layer.tell();
            layer.paint(model, style, Share.ALL, false, nanos);
        } while (layer.isWaiting());
    }

    static List<String> differences(StillLayer one, StillLayer other) {
        return differences(one.canvas(), other.canvas(), ALIKE);
    }
}
