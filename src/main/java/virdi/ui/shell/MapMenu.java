package virdi.ui.shell;

import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import virdi.model.Target;

/** The context menus of the map: commands on the selection, and below them entries for the whole map. FX thread only. */
final class MapMenu {
    static final String PNG_KEYS = "Ctrl+S";
    static final String SVG_KEYS = "Ctrl+Shift+S";
    static final String FIT_KEYS = "Ctrl+0";
    static final String TIDY_KEYS = "T";

    private final Function<Set<Target>, ContextMenu> acts;
    private final Runnable fit;
    private final Runnable tidy;
    private final Runnable png;
    private final Runnable svg;

    /** @param acts creates the menu of a selection */
    MapMenu(Function<Set<Target>, ContextMenu> acts, Runnable fit, Runnable tidy, Runnable png, Runnable svg) {
        this.acts = acts;
        this.fit = fit;
        this.tidy = tidy;
        this.png = png;
        this.svg = svg;
    }

    /** The menu of a selection; if that is empty, the menu of the background. */
    ContextMenu of(Set<Target> selection) {
        ContextMenu menu;
        if (selection.isEmpty()) {
            menu = new ContextMenu();
            menu.getStyleClass().add("operate-menu");
            menu.getItems()
                    .addAll(
                            item("map-fit", "Show the whole map", FIT_KEYS, fit),
                            item("map-tidy", "Tidy: forget what was dragged", TIDY_KEYS, tidy));
        } else {
            menu = acts.apply(selection);
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("map-png", "Save the map as PNG…", PNG_KEYS, png),
                        item("map-svg", "Save the map as SVG…", SVG_KEYS, svg));
        return menu;
    }

    private static MenuItem item(String id, String words, String keys, Runnable run) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setAccelerator(KeyCombination.valueOf(keys.replace("Ctrl", "Shortcut")));
        item.setOnAction(event -> run.run());
        return item;
    }
}
