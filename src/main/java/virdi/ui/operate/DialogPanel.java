package virdi.ui.operate;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import virdi.model.OperatorCommand;
import virdi.ui.sign.ParsedInput;

/**
 * The panel of all dialogs: a title, a sentence about the effect, fields, their problem, and two buttons. FX thread only. Enter
 * confirms valid fields; the overlay handles Escape. A problem shows only after something was typed.
 */
final class DialogPanel extends VBox {
    private final Label problem = new Label();
    private final Button confirm = new Button();
    private final Supplier<ParsedInput<List<OperatorCommand>>> form;
    private final Consumer<List<OperatorCommand>> send;

    /**
     * @param form reads the fields
     * @param send takes the commands and closes the dialog
     */
    DialogPanel(
            String title,
            String sentence,
            Node fields,
            String verb,
            Supplier<ParsedInput<List<OperatorCommand>>> form,
            Consumer<List<OperatorCommand>> send,
            Runnable close) {
        this.form = form;
        this.send = send;
        getStyleClass().add("dialog-panel");
        getStylesheets()
                .add(Objects.requireNonNull(DialogPanel.class.getResource("operate.css"))
                        .toExternalForm());
        var heading = new Label(title);
        heading.getStyleClass().add("title");
        var explanation = new Label(sentence);
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().addAll("tone-trouble", "tone-text", "problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var cancel = new Button("Cancel");
        cancel.setOnAction(event -> close.run());
        confirm.setText(verb);
        confirm.setId("confirm");
        confirm.setOnAction(event -> confirm());
        var buttons = new HBox(cancel, confirm);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(heading, explanation, fields, problem, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                if (event.getTarget() instanceof Button button) {
                    button.fire();
                } else {
                    confirm();
                }
                event.consume();
            }
        });
        read();
    }

    /** Marks the confirming button as that of an act that cannot be undone. */
    DialogPanel dangerous() {
        confirm.getStyleClass().add("danger");
        return this;
    }

    /** Marks the confirming button as the expected next step. */
    DialogPanel usual() {
        confirm.getStyleClass().add("accent");
        return this;
    }

    /** Focuses the confirming button of a dialog without fields; after the panel is shown. */
    void focusConfirm() {
        confirm.requestFocus();
    }

    /** Re-reads the fields after each change of one of them. */
    DialogPanel watching(TextField... fields) {
        for (TextField field : fields) {
            field.textProperty().subscribe((before, after) -> {
                ParsedInput<List<OperatorCommand>> entry = read();
                problem.setText(Objects.requireNonNullElse(entry.problem(), ""));
            });
        }
        return this;
    }

    private ParsedInput<List<OperatorCommand>> read() {
        ParsedInput<List<OperatorCommand>> entry = form.get();
        confirm.setDisable(!entry.isValid());
        return entry;
    }

    private void confirm() {
        ParsedInput<List<OperatorCommand>> entry = read();
        List<OperatorCommand> commands = entry.value();
        if (commands == null) {
            problem.setText(Objects.requireNonNullElse(entry.problem(), ""));
        } else {
            send.accept(commands);
        }
    }
}
