package virdi.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that copy a text. FX thread only. */
public final class Clip {
    private Clip() {}

    /**
     * A small button that copies.
     *
     * @param what it copies, for the tooltip: "endpoint"
     * @param text what goes to the clipboard
     * @param copied called afterwards, to tell the person
     */
    public static Button button(String what, String text, Runnable copied) {
        var icon = new FontIcon(Feather.COPY);
        var button = new Button("", icon);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setTooltip(new Tooltip("Copy the " + what));
        button.setAccessibleText("Copy the " + what);
        button.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            copied.run();
        });
        return button;
    }
}
