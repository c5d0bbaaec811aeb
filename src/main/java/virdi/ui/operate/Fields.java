package virdi.ui.operate;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Rows of named fields with the unit behind them, alike in all dialogs. FX thread only. */
final class Fields extends GridPane {
    private int row;

    Fields() {
        getStyleClass().add("dialog-fields");
    }

    /** A field with its label, which screen readers read, too. */
    Fields add(String name, TextField field, String unit) {
        var box = unit.isEmpty() ? new HBox(field) : new HBox(field, new Label(unit));
        box.getStyleClass().add("field-with-unit");
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setAccessibleText(name);
        return add(name, box);
    }

    Fields add(String name, Node node) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(node, Priority.ALWAYS);
        addRow(row++, label, node);
        return this;
    }

    /** A row of buttons that each put a text into a field. */
    static HBox presets(TextField field, String... texts) {
        var box = new HBox();
        box.getStyleClass().add("presets");
        for (String text : texts) {
            box.getChildren().add(preset(text, field, text));
        }
        return box;
    }

    static Button preset(String words, TextField field, String text) {
        var button = new Button(words);
        button.getStyleClass().addAll("small", "preset");
        button.setOnAction(event -> field.setText(text));
        return button;
    }

    static VBox stacked(Node... nodes) {
        var box = new VBox(nodes);
        box.getStyleClass().add("dialog-stack");
        return box;
    }
}
