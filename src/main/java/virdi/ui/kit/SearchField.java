package virdi.ui.kit;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A text field for searching, with a lens and a button that clears it; Escape clears it, too. FX thread only. */
public final class SearchField extends CustomTextField {
    /** @param prompt what can be found, shown while it is empty */
    public SearchField(String prompt) {
        getStyleClass().add("search-field");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(new FontIcon(Feather.SEARCH));
        var clear = new FontIcon(Feather.X);
        clear.getStyleClass().add("clear");
        clear.setCursor(Cursor.HAND);
        clear.setOnMouseClicked(event -> clear());
        rightProperty().bind(textProperty().isEmpty().map(empty -> empty ? null : clear));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
