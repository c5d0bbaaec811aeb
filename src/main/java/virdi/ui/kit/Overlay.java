package virdi.ui.kit;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows one panel over the whole window, dimming what is behind; FX thread only. Lives inside the scene, so it needs no
 * window of its own. Escape or a click beside the panel closes it, and the focus goes back to where it was.
 */
public final class Overlay extends StackPane {
    private @Nullable Node focusedBefore;

    public Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.CENTER);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            event.consume(); // shortcuts of the window behind do not act while something is asked
        });
    }

    /** Shows a panel in place of any other and gives it the focus. */
    public void show(Region panel) {
        if (!isVisible() && getScene() != null) {
            focusedBefore = getScene().getFocusOwner();
        }
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        if (!panel.getStyleClass().contains("overlay-panel")) {
            panel.getStyleClass().add("overlay-panel");
        }
        getChildren().setAll(panel);
        setVisible(true);
        focusFirst(panel);
    }

    /** Hides the panel; nothing happens when none is shown. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /** Whether a panel is shown. */
    public ReadOnlyBooleanProperty showingProperty() {
        return visibleProperty();
    }

    private void focusFirst(Region panel) {
        Node first = firstFocusable(panel);
        if (first == null) {
            panel.setFocusTraversable(true);
            first = panel;
        }
        first.requestFocus();
    }

    private static @Nullable Node firstFocusable(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled()) {
                return child;
            }
            if (child instanceof Parent inner && firstFocusable(inner) instanceof Node found) {
                return found;
            }
        }
        return null;
    }
}
