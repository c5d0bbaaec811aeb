package virdi.ui.kit;

import java.util.ArrayList;
import java.util.List;
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
 * window of its own. Escape or a click beside the panel closes it, and the focus goes back to where it was. Until then
 * the focus stays in the panel: Tab goes round in it.
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
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((observable, before, after) -> keep(before, after));
            }
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
        List<Node> stops = stops(panel);
        if (stops.isEmpty()) {
            panel.setFocusTraversable(true);
            panel.requestFocus();
        } else {
            stops.getFirst().requestFocus();
        }
    }

    /** Brings the focus back that went to the window behind: from the last stop to the first, and the other way. */
    private void keep(@Nullable Node before, @Nullable Node after) {
        if (!isVisible() || getChildren().isEmpty() || after == null || isWithin(after)) {
            return;
        }
        Node panel = getChildren().getFirst();
        List<Node> stops = stops((Parent) panel);
        if (stops.isEmpty()) {
            panel.requestFocus();
        } else if (stops.indexOf(before) == 0) {
            stops.getLast().requestFocus();
        } else {
            stops.getFirst().requestFocus();
        }
    }

    private boolean isWithin(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    /** The nodes that Tab visits, in its order. */
    private static List<Node> stops(Parent parent) {
        List<Node> found = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible() && !child.isDisabled()) {
                if (child.isFocusTraversable()) {
                    found.add(child);
                } else if (child instanceof Parent inner) {
                    found.addAll(stops(inner));
                }
            }
        }
        return found;
    }
}
