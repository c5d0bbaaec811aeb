package virdi.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import virdi.ui.kit.CopyButton;
import virdi.ui.sign.Theme;

/**
 * Shows why the program does not start, for a user who started it from a menu and does not see its output. Always dark: the
 * settings may be the reason for the refusal, so it cannot read a theme from them. FX thread only.
 */
public final class RefusalWindow {
    private static final double WIDTH = 560;
    private static final double GAP = 16;

    private RefusalWindow() {}

    /**
     * Shows the window.
     *
     * @param sentence the problem, and a way out
     * @param closed called after the user has closed it
     */
    public static void show(String sentence, Runnable closed) {
        Stage stage = new Stage();
        Label heading = new Label("Virdi Console does not start");
        heading.getStyleClass().add("title-4");
        Label words = new Label(sentence);
        words.setWrapText(true);
        Button copy = CopyButton.of("text", sentence, () -> {});
        Button close = new Button("Close");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(event -> stage.hide());
        HBox buttons = new HBox(GAP / 2, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(GAP, heading, words, buttons);
        content.setPadding(new Insets(GAP * 1.5));
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("console");
        Scene scene = new Scene(content);
        Theme.DARK.applyTo(scene);
        stage.setTitle("Virdi Console");
        stage.getIcons().setAll(AppIcon.images());
        stage.setScene(scene);
        stage.setResizable(false);
        stage.setOnHidden(event -> closed.run());
        stage.show();
        close.requestFocus();
    }
}
