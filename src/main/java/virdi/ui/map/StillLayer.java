package virdi.ui.map;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;

/**
 * What stands still: pipes, tanks, cards and all that is written. FX thread only.
 *
 * <p>It keeps its pixels from pulse to pulse, which is what makes the map cheap. Basins do not overlap, so each has a
 * {@link BasinSheet} of its own: whoever pans, and a basin that makes room for another, moves sheets and draws nothing.
 * Where pipes cross there is one sheet for all, and {@link StillWeb} draws on it.
 */
final class StillLayer {
    /** How far what is drawn reaches beyond its own edge: halos, rounded ends. */
    private static final double EDGE = 14;

    /** Pipes and names reach beyond what the layout counts. */
    private static final double WEB_SPILL = 200;

    private final Pane pane = new Pane();
    private final Rectangle window = new Rectangle();
    private final SheetRack<BasinSheet> sheets = new SheetRack<>(pane, BasinSheet::new, BasinSheet::canvas);
    private final Sheet webSheet = new Sheet();
    private final Pen webPen = new CanvasPen(webSheet.graphics());
    private final StillWeb web = new StillWeb();
    private long webVersion = -1;
    private @Nullable Inks drawnInks;
    private boolean waiting;

    StillLayer() {
        pane.setClip(window);
        pane.setMouseTransparent(true);
        pane.setManaged(false);
    }

    /** What it draws on, to be put in a scene. */
    Pane pane() {
        return pane;
    }

    /** Takes the size of what is seen of it. */
    void show(double width, double height) {
        pane.resizeRelocate(0, 0, width, height);
        window.setWidth(width);
        window.setHeight(height);
    }

    /** Whether something has changed that was not drawn yet. */
    boolean isWaiting() {
        return waiting;
    }

    /** Brings the picture up to date. */
    void paint(MapViewModel model, Outlook outlook, long nanos) {
        Window shown = pane.getScene() == null ? null : pane.getScene().getWindow();
        outlook.camera().scale(shown == null ? 1 : shown.getRenderScaleX());
        boolean anew = !outlook.inks().equals(drawnInks);
        drawnInks = outlook.inks();
        if (model.cards().isEmpty()) {
            forgetWeb();
            waiting = paintSheets(model, outlook, anew, nanos);
        } else {
            sheets.clear();
            waiting = paintWeb(model, outlook.easel(webPen), anew, nanos);
        }
    }

    private boolean paintSheets(MapViewModel model, Outlook outlook, boolean anew, long nanos) {
        DrawingBudget budget = new DrawingBudget(outlook.detail());
        boolean[] left = {false};
        sheets.forEach(model, (basin, sheet) -> left[0] |= sheet.paint(basin, outlook, anew, budget, nanos));
        return left[0];
    }

    private boolean paintWeb(MapViewModel model, Easel easel, boolean inked, long nanos) {
        if (!pane.getChildren().contains(webSheet.canvas())) {
            pane.getChildren().add(webSheet.canvas());
        }
        boolean anew = inked || webVersion != model.stillVersion();
        webVersion = model.stillVersion();
        List<Box> missing = webSheet.follow(model.camera(), model.extent().grownBy(WEB_SPILL), anew);
        if (!webSheet.canvas().isVisible()) {
            return false;
        }
        boolean all = missing.contains(webSheet.drawn());
        if (!all) {
            missing.forEach(part -> mendWeb(easel, model, part));
        }
        Box part = webSheet.open(webSheet.drawn());
        if (all) {
            webSheet.wipe(part);
        }
        web.paint(easel, model, part.grownBy(EDGE), all, nanos);
        webSheet.close();
        return web.isWaiting();
    }

    private void mendWeb(Easel easel, MapViewModel model, Box part) {
        Box open = webSheet.open(part);
        webSheet.wipe(open);
        draw(easel, model, open);
        webSheet.close();
    }

    private void forgetWeb() {
        if (pane.getChildren().remove(webSheet.canvas())) {
            web.forget();
            webVersion = -1;
        }
    }

    /** Draws what stands still in a part of the plane where nothing has been drawn. */
    static void draw(Easel easel, MapViewModel model, Box part) {
        if (!model.cards().isEmpty()) {
            new StillWeb().paint(easel, model, part, true, 0);
            return;
        }
        for (BasinPicture basin : model.basins()) {
            if (BasinSheet.reaches(basin, part)) {
                BasinSheet.draw(easel, basin, part);
            }
        }
    }
}
