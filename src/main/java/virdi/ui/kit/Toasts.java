package virdi.ui.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Short notices that stack up in a corner of the window and leave by themselves; FX thread only. They are part of the
 * scene and let clicks beside them through.
 */
public final class Toasts extends VBox {
    /** Long enough to read a sentence and to reach for its button. */
    private static final Duration STAY = Duration.seconds(8);

    private static final int MOST = 4;

    public Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    /** Shows a notice. */
    public void show(String text, String styleClass) {
        show(text, styleClass, "", () -> {});
    }

    /**
     * Shows a notice with a button.
     *
     * @param text a sentence
     * @param styleClass added to the notice's own, for its colour
     * @param action what the button says; empty for no button
     * @param run what the button does; the notice leaves then
     */
    public void show(String text, String styleClass, String action, Runnable run) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        var toast = new HBox(label);
        toast.getStyleClass().addAll("toast", styleClass);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        var leave = new PauseTransition(STAY);
        leave.setOnFinished(event -> getChildren().remove(toast));
        if (!action.isEmpty()) {
            var button = new Button(action);
            button.getStyleClass().add("flat");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                leave.stop();
                getChildren().remove(toast);
                run.run();
            });
            toast.getChildren().add(button);
        }
        toast.setOnMouseClicked(event -> {
            leave.stop();
            getChildren().remove(toast);
        });
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        leave.play();
    }
}
