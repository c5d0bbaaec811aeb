package virdi.ui.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import virdi.model.ResourceId;

/**
 * A sheet for each basin in view or close to it, all in one pane. FX thread only.
 *
 * @param <S> what draws on the sheet
 */
final class SheetRack<S> {
    /** Sheets so many pixels beyond what is seen are kept, for a hand that comes back. */
    private static final double KEPT = 256;

    private final Pane pane;
    private final Supplier<S> maker;
    private final Function<S, Canvas> canvas;
    private final Map<ResourceId, S> sheets = new HashMap<>();

    /**
     * @param pane whose children are its own, but for those that somebody puts there while it is empty
     * @param maker makes a sheet
     * @param canvas what of it is shown
     */
    SheetRack(Pane pane, Supplier<S> maker, Function<S, Canvas> canvas) {
        this.pane = pane;
        this.maker = maker;
        this.canvas = canvas;
    }

    /** Visits all, with the basins that they are of; gets new ones, and gives up those whose basins are gone or far. */
    void forEach(MapViewModel model, BiConsumer<BasinPicture, S> visitor) {
        Box near = model.camera().visible().grownBy(KEPT / model.camera().zoom());
        Set<ResourceId> kept = new HashSet<>();
        for (BasinPicture basin : model.basins()) {
            if (BasinSheet.reaches(basin, near)) {
                kept.add(basin.id());
                visitor.accept(basin, sheets.computeIfAbsent(basin.id(), id -> added()));
            }
        }
        for (Iterator<Map.Entry<ResourceId, S>> all = sheets.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<ResourceId, S> entry = all.next();
            if (!kept.contains(entry.getKey())) {
                pane.getChildren().remove(canvas.apply(entry.getValue()));
                all.remove();
            }
        }
    }

    /** Gives up all. */
    void clear() {
        sheets.values().forEach(sheet -> pane.getChildren().remove(canvas.apply(sheet)));
        sheets.clear();
    }

    private S added() {
        S sheet = maker.get();
        pane.getChildren().add(canvas.apply(sheet));
        return sheet;
    }
}
