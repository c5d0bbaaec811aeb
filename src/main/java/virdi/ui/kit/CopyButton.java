package virdi.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons that copy a text to the clipboard. FX thread only. */
public final class CopyButton {
    private CopyButton() {}

    /**
     * Makes a small button.
     *
     * @param what a noun for the tooltip: "endpoint"
     * @param text the text to copy
     * @param copied called after the text was copied
     */
    public static Button of(String what, String text, Runnable copied) {
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
