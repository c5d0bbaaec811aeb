package virdi.ui.about;

import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.SearchField;

/** The third-party works in the program, and the licence of the selected one. FX thread only. */
final class LicencesPane extends HBox {
    private static final double ROW_HEIGHT = 27;

    private final Label name = new Label();
    private final Label origin = new Label();
    private final TextArea text = new TextArea();

    /** @param close closes the dialog */
    LicencesPane(List<ThirdPartyWork> works, Runnable close) {
        getStyleClass().add("about-licences");
        ListView<ThirdPartyWork> list = new ListView<>();
        list.setId("about-works");
        list.setAccessibleText("Works of others in this program");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new WorkCell());
        FilteredList<ThirdPartyWork> shown = new FilteredList<>(FXCollections.observableList(works.stream()
                .sorted(Comparator.comparing(ThirdPartyWork::shortName, String.CASE_INSENSITIVE_ORDER))
                .toList()));
        list.setItems(shown);
        // The list takes Escape for itself, though nothing in it can be edited.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        list.setPlaceholder(new Label("Nothing by this name"));
        VBox.setVgrow(list, Priority.ALWAYS);
        var find = new SearchField("Find a work or a licence");
        find.setId("about-find");
        find.textProperty().subscribe(text -> {
            shown.setPredicate(work -> work.matches(text));
            list.getSelectionModel().selectFirst();
        });
        find.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(work -> {
            if (work != null) {
                show(work);
            }
        });
        name.getStyleClass().add("about-work");
        origin.getStyleClass().add("muted");
        text.setId("about-licence");
        text.setAccessibleText("Licence");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("about-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        var detail = new VBox(name, origin, text);
        detail.getStyleClass().add("about-detail");
        HBox.setHgrow(detail, Priority.ALWAYS);
        var left = new VBox(find, list);
        left.getStyleClass().add("about-list");
        getChildren().addAll(left, detail);
    }

    private void show(ThirdPartyWork work) {
        name.setText(work.shortName() + "  " + work.version());
        origin.setText(work.licence() + " · " + work.address());
        text.setText(ThirdParty.licence(work));
        text.setScrollTop(0);
    }

    private static final class WorkCell extends ListCell<ThirdPartyWork> {
        private final Label name = new Label();
        private final Label licence = new Label();
        private final HBox line;

        WorkCell() {
            licence.getStyleClass().add("muted");
            licence.setMinWidth(70);
            licence.setAlignment(Pos.CENTER_RIGHT);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(name, space, licence);
            line.getStyleClass().add("about-line");
            // Long names give way, not the list: no horizontal scrolling.
            line.setMinWidth(0);
            line.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ThirdPartyWork work, boolean empty) {
            super.updateItem(work, empty);
            boolean blank = empty || work == null;
            setGraphic(blank ? null : line);
            name.setText(work == null ? "" : work.shortName());
            // The full text of a licence with an exception stands beside the list.
            licence.setText(work == null ? "" : work.licence().replaceFirst("-with-.*", " + exception"));
            setAccessibleText(work == null ? "" : work.shortName() + ", " + work.licence());
        }
    }
}
