package virdi.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A line of the sheet of shortcuts (F1).
 *
 * @param keys the keys as the keyboard names them: "Ctrl+F"
 * @param does their effect, in a few words
 */
record Shortcut(String keys, String does) {
    /** Shortcuts that belong together. */
    record Section(String title, List<Shortcut> shortcuts) {}

    /**
     * The sheet of all shortcuts, in columns of sections. FX thread.
     *
     * @param about opens the dialog about the program
     */
    static Region sheet(List<List<Section>> columns, Runnable about) {
        var title = new Label("Shortcuts");
        title.getStyleClass().add("title");
        var box = new HBox();
        box.getStyleClass().add("shortcut-columns");
        columns.forEach(each -> box.getChildren().add(column(each)));
        var hint = new Label("Esc closes this");
        hint.getStyleClass().add("muted");
        var more = new Button("About Virdi Console…");
        more.setId("open-about");
        more.setOnAction(event -> about.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(hint, space, more);
        foot.getStyleClass().add("shortcut-foot");
        var sheet = new VBox(title, box, foot);
        sheet.setId("shortcut-sheet");
        sheet.getStyleClass().add("shortcut-sheet");
        return sheet;
    }

    private static Region column(List<Section> sections) {
        var column = new VBox();
        column.getStyleClass().add("shortcut-column");
        sections.forEach(section -> column.getChildren().add(list(section)));
        return column;
    }

    private static Region list(Section section) {
        var heading = new Label(section.title().toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("section-title");
        var grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        var keyColumn = new ColumnConstraints();
        keyColumn.setHalignment(HPos.LEFT);
        grid.getColumnConstraints().add(keyColumn);
        int row = 0;
        for (Shortcut shortcut : section.shortcuts()) {
            var keys = new Label(shortcut.keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, keys, new Label(shortcut.does()));
        }
        return new VBox(10, heading, grid);
    }
}
