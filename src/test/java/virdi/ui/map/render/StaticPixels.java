package virdi.ui.map.render;

import java.util.List;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.map.BusyWorld;
import virdi.ui.map.MapWorld;

/** The static layer, compared with the same drawn at once. FX thread only. */
public abstract class StaticPixels extends LayerPixels {
    public static final long MILLI = 1_000_000L;
    /** A difference that no eye can tell: a shape that is clipped has its lines cut elsewhere. */
    static final int ALIKE = 16;

    final RenderPolicy policy = new RenderPolicy(1);
    public long nanos = 1;

    StaticLayer layer() {
        var layer = new StaticLayer(policy);
        layer.canvas().show(WIDTH, HEIGHT);
        pane.getChildren().add(layer.canvas());
        return layer;
    }

    StaticLayer afresh() {
        StaticLayer layer = layer();
        layer.invalidate();
        layer.paint(model, style, nanos);
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

    void paint(StaticLayer layer) {
        do {
            nanos += 16 * MILLI;
            layer.invalidate();
            layer.paint(model, style, nanos);
        } while (layer.isWaiting());
    }

    public static List<String> differences(StaticLayer one, StaticLayer other) {
        return differences(one.canvas(), other.canvas(), ALIKE);
    }
}
