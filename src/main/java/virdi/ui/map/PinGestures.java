package virdi.ui.map;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.MapViewModel;

/** Drags a basin, or by client a tank or a card, to where somebody wants it. FX thread only. */
public final class PinGestures {
    private final MapViewModel model;
    private final Consumer<LongConsumer> wish;
    private final Runnable pinned;

    private @Nullable MapElement held;
    private String before = "";
    private boolean followed;
    /** From the pointer to its upper left corner, in map units. */
    private double offsetX;

    private double offsetY;
    private boolean moved;

    /**
     * @param wish does something with the time of the next pulse
     * @param pinned is told when pins were changed for good
     */
    PinGestures(MapViewModel model, Consumer<LongConsumer> wish, Runnable pinned) {
        this.model = model;
        this.wish = wish;
        this.pinned = pinned;
    }

    /** Takes hold of what is under the pointer, if that can be moved. */
    void pressed(double x, double y) {
        double planeX = model.camera().toPlaneX(x);
        double planeY = model.camera().toPlaneY(y);
        MapElement element = model.graspAt(planeX, planeY);
        Box box = element == null ? null : model.grasp(element);
        release();
        if (box != null) {
            held = element;
            before = model.pins();
            followed = model.camera().isFollowing();
            offsetX = box.x() - planeX;
            offsetY = box.y() - planeY;
        }
    }

    /** Takes hold of nothing. */
    void release() {
        held = null;
        moved = false;
    }

    boolean isHolding() {
        return held != null;
    }

    void dragged(double x, double y) {
        MapElement element = held;
        if (element != null) {
            moved = true;
            double planeX = model.camera().toPlaneX(x) + offsetX;
            double planeY = model.camera().toPlaneY(y) + offsetY;
            wish.accept(nanos -> model.pin(element, planeX, planeY, nanos));
        }
    }

    void released() {
        if (held != null && moved) {
            wish.accept(nanos -> pinned.run());
        }
        held = null;
    }

    /** Puts everything back; false when nothing is held. */
    boolean giveUp() {
        if (held == null) {
            return false;
        }
        held = null;
        boolean follows = followed;
        wish.accept(nanos -> {
            if (follows) {
                model.camera().resume();
            }
            model.takePins(before, nanos);
        });
        return true;
    }
}
