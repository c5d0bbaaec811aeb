package virdi.ui.map;

import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.ContextMenu;
import virdi.model.Target;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.kit.Selection;
import virdi.ui.map.layout.LayoutRunner;
import virdi.ui.map.scene.MapViewModel;

/** Maps for tests: every layout is worked out at once, however large it is. */
public final class MapViews {
    private MapViews() {}

    /** A view model whose letters are all alike. */
    public static MapViewModel model() {
        return model(text -> 7.0 * text.length());
    }

    public static MapViewModel model(ToDoubleFunction<String> whyRuler) {
        return new MapViewModel(whyRuler, LayoutRunner.AT_ONCE, () -> {});
    }

    /** A view on a machine at ease. */
    static MapView view(Selection<Target> selection, Function<Set<Target>, ContextMenu> menus) {
        return new MapView(selection, menus, LayoutRunner.AT_ONCE, new RenderPolicy(1));
    }
}
