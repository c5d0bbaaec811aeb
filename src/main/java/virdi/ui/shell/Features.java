package virdi.ui.shell;

import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import virdi.control.OperatorDesk;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.ui.explorer.ExplorerView;
import virdi.ui.kit.Overlay;
import virdi.ui.kit.Selection;
import virdi.ui.map.MapView;

/**
 * The features of the window, wired to each other through what they share: the selection, the menus and the desk. FX
 * thread only.
 */
final class Features implements FrameDelivery.Moving {
    private final Selection<Target> selection = new Selection<>();
    private final ExplorerView explorer;
    private final MapView map;
    private final Region inspector = new Region();
    private final Region drawer = new Region();

    Features(FrameSource source, OperatorDesk desk, Overlay overlay) {
        explorer = new ExplorerView(selection, targets -> new ContextMenu());
        map = new MapView(selection, targets -> new ContextMenu());
        selection.onChange(() -> source.watch(selection.items()));
        inspector.getStyleClass().add("panel");
    }

    ExplorerView explorer() {
        return explorer;
    }

    MapView map() {
        return map;
    }

    Region inspector() {
        return inspector;
    }

    Region drawer() {
        return drawer;
    }

    Selection<Target> selection() {
        return selection;
    }

    void undo() {}

    @Override
    public void show(Frame frame) {
        map.show(frame);
    }

    @Override
    public boolean pulse(long nanos) {
        return map.pulse(nanos);
    }

    /** Shows a frame to what is read. */
    void read(Frame frame) {
        explorer.show(frame);
    }
}
