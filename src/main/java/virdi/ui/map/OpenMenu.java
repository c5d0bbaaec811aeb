package virdi.ui.map;

import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;

/** The map's context menu, of which one is open at most. FX thread only. */
final class OpenMenu {
    private final Function<Set<Target>, ContextMenu> menus;
    private @Nullable ContextMenu open;

    /** @param menus makes the menu of what is selected, or of the ground when given nothing */
    OpenMenu(Function<Set<Target>, ContextMenu> menus) {
        this.menus = menus;
    }

    /** Shows the menu of some targets at a point of the screen. */
    void show(Set<Target> targets, Node owner, double screenX, double screenY) {
        if (open != null) {
            open.hide();
        }
        ContextMenu fresh = menus.apply(targets);
        open = fresh;
        fresh.show(owner, screenX, screenY);
    }
}
