package virdi.ui.map;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;

/** Drags a basin by its tank to where somebody wants it. FX thread only. */
final class PinGestures {
    private final MapViewModel model;
    private final Consumer<LongConsumer> wish;
    private final Runnable pinned;

    private @Nullable ResourceId held;
    private String before = "";
    private boolean followed;
    /** From the pointer to the basin's upper left corner, in map units. */
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
    void pressed(@Nullable Spot spot, double x, double y) {
        held = null;
        moved = false;
        BasinPicture basin = spot != null && model.isLoose(spot) ? model.basin(spot.basin()) : null;
        if (basin != null) {
            held = basin.id();
            before = model.pins();
            followed = model.camera().isFollowing();
            offsetX = basin.bounds().x() - model.camera().toPlaneX(x);
            offsetY = basin.bounds().y() - model.camera().toPlaneY(y);
        }
    }

    boolean isHolding() {
        return held != null;
    }

    void dragged(double x, double y) {
        ResourceId id = held;
        if (id != null) {
            moved = true;
            double planeX = model.camera().toPlaneX(x) + offsetX;
            double planeY = model.camera().toPlaneY(y) + offsetY;
            wish.accept(nanos -> model.pin(id, planeX, planeY, nanos));
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
