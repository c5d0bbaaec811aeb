package virdi.ui.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import virdi.model.Target;
import virdi.ui.kit.Selection;

/**
 * A list under its title; FX thread only. Its selection and the window's follow each other: it marks the targets that are selected
 * elsewhere, and a choice here replaces the window's selection.
 */
final class RowListView extends VBox {
    private static final double ROW_HEIGHT = 27;

    private final RowList rows;
    private final ListView<Target> list;
    private final Selection<Target> selection;
    private final Label title = new Label();
    private final String name;
    /** Set while the program changes the list's selection, which then is no choice of the user. */
    private boolean following;

    RowListView(String name, RowList rows, Selection<Target> selection, Function<Set<Target>, ContextMenu> menus) {
        this.name = name;
        this.rows = rows;
        this.selection = selection;
        getStyleClass().add("explorer-section");
        title.getStyleClass().add("section-title");
        list = new ListView<>(rows.targets());
        list.setId("explorer-" + name);
        list.getStyleClass().add("explorer-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new RowCell(rows));
        list.setPlaceholder(placeholder());
        list.setAccessibleText(name);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Target>) change -> chosen());
        list.setOnContextMenuRequested(event -> {
            if (!selection.isEmpty()) {
                menus.apply(selection.items()).show(list, event.getScreenX(), event.getScreenY());
            }
        });
        rows.targets().addListener((ListChangeListener<Target>) change -> follow());
        selection.onChange(this::follow);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        writeTitle();
        rows.revision().subscribe((before, after) -> writeTitle());
        rows.targets().addListener((ListChangeListener<Target>) change -> writeTitle());
    }

    /** As high as its rows need, title included. */
    double contentHeight() {
        return title.prefHeight(-1) + getSpacing() + listHeight(rows.targets().size());
    }

    ListView<Target> list() {
        return list;
    }

    private static double listHeight(int size) {
        return Math.max(1, size) * ROW_HEIGHT + 2;
    }

    private static StackPane placeholder() {
        var none = new Label("none");
        none.getStyleClass().add("muted");
        var top = new StackPane(none);
        top.getStyleClass().add("placeholder");
        top.setAlignment(Pos.TOP_LEFT);
        return top;
    }

    private void writeTitle() {
        int shown = rows.targets().size();
        String count = shown == rows.size() ? "" + shown : shown + " of " + rows.size();
        title.setText(name.toUpperCase(Locale.ROOT) + (rows.size() == 0 ? "" : "  " + count));
    }

    private void chosen() {
        if (following) {
            return;
        }
        List<Target> chosen = new ArrayList<>(list.getSelectionModel().getSelectedItems());
        chosen.removeIf(target -> target == null);
        if (!chosen.isEmpty()) {
            following = true;
            try {
                selection.selectAll(chosen);
            } finally {
                following = false;
            }
        }
    }

    private void follow() {
        if (following) {
            return;
        }
        Set<Target> here = new LinkedHashSet<>(selection.items());
        here.retainAll(rows.targets());
        var model = list.getSelectionModel();
        if (here.equals(new LinkedHashSet<>(model.getSelectedItems()))) {
            return;
        }
        following = true;
        try {
            model.clearSelection();
            int[] indices = here.stream().mapToInt(rows.targets()::indexOf).toArray();
            if (indices.length > 0) {
                model.selectIndices(indices[0], indices);
            }
        } finally {
            following = false;
        }
    }
}
