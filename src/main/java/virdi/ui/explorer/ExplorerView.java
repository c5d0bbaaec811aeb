package virdi.ui.explorer;

import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.kit.SearchField;
import virdi.ui.kit.Selection;

/** The explorer: a filter, the resources and the clients. FX thread only. */
public final class ExplorerView extends VBox {
    private final ExplorerViewModel model;
    private final SearchField search = new SearchField("Filter");
    private final ToggleButton problems = new ToggleButton("", new FontIcon(Feather.ALERT_TRIANGLE));

    /**
     * @param selection shared with the rest of the window
     * @param menus the context menu of a selection
     */
    public ExplorerView(Selection<Target> selection, Function<Set<Target>, ContextMenu> menus) {
        model = new ExplorerViewModel(selection);
        getStyleClass().addAll("panel", "explorer");
        search.setId("explorer-filter");
        problems.setId("explorer-problems");
        problems.getStyleClass().addAll("icon-button");
        problems.setTooltip(new Tooltip("Only problems"));
        problems.setAccessibleText("Only problems");
        problems.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(40);
        search.setPrefWidth(100);
        var bar = new HBox(search, problems);
        bar.getStyleClass().add("explorer-bar");
        var resources = new RowListView("resources", model.resources(), selection, menus);
        var clients = new RowListView("clients", model.clients(), selection, menus);
        var lists = new TwoSections(resources, clients);
        VBox.setVgrow(lists, Priority.ALWAYS);
        getChildren().addAll(bar, lists);
        setMinWidth(150);
        search.textProperty().subscribe((before, after) -> filter());
        problems.selectedProperty().subscribe((before, after) -> filter());
    }

    /** Shows another frame. */
    public void show(Frame frame) {
        model.show(frame);
    }

    /** Puts the caret into the filter. */
    public void focusFilter() {
        search.requestFocus();
    }

    private void filter() {
        model.filter(search.getText(), problems.isSelected());
    }
}
