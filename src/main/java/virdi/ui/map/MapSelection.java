package virdi.ui.map;

import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.kit.Selection;

/** The window's selection as the map changes it, and the context menu of it. FX thread only. */
public final class MapSelection {
    /** Takes what is selected. */
    interface SelectionObserver {
        /** @param here whether it was selected on the map */
        void selected(Set<Target> targets, boolean here);
    }

    private final Selection<Target> selection;
    private final Function<Set<Target>, ContextMenu> menus;
    private @Nullable ContextMenu open;
    private boolean here;

    /**
     * @param selection shared by all views
     * @param menus makes the context menu of some targets, or of the ground when given none
     */
    MapSelection(Selection<Target> selection, Function<Set<Target>, ContextMenu> menus, SelectionObserver listener) {
        this.selection = selection;
        this.menus = menus;
        selection.onChange(() -> listener.selected(selection.items(), here));
    }

    /**
     * Selects targets of the map.
     *
     * @param toggle whether to add them to the selection, or take them out when all are in it
     */
    void select(Set<Target> targets, boolean toggle) {
        here = true;
        if (!toggle) {
            selection.selectAll(targets);
        } else if (selection.items().containsAll(targets)) {
            targets.forEach(selection::remove);
        } else {
            targets.forEach(selection::add);
        }
        here = false;
    }

    /** Selects a target wherever it is, and brings it into view. */
    void follow(Target target) {
        selection.select(target);
    }

    /** Shows the menu of the selection at a point of the screen; targets that are not in it become the selection first. */
    void openMenu(Set<Target> targets, boolean ofGround, Node owner, double screenX, double screenY) {
        if (!targets.isEmpty() && !selection.items().containsAll(targets)) {
            select(targets, false);
        }
        if (open != null) {
            open.hide();
        }
        ContextMenu menu = menus.apply(ofGround ? Set.of() : selection.items());
        open = menu;
        menu.show(owner, screenX, screenY);
    }
}
