package virdi.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The shortcuts of the window itself. FX thread only. */
final class Shortcuts {
    private final Scene scene;
    private final List<Shortcut> listed = new ArrayList<>();

    Shortcuts(Scene scene) {
        this.scene = scene;
    }

    /** Adds a shortcut with modifiers, or a function key. It works with any focus. */
    Shortcuts on(String keys, String does, Runnable run) {
        // "Ctrl" on the sheet is the shortcut key of the platform: Command on macOS.
        scene.getAccelerators().put(KeyCombination.valueOf(keys.replace("Ctrl", "Shortcut")), run);
        listed.add(new Shortcut(keys, does));
        return this;
    }

    /** Adds a shortcut without modifiers. A focused text field or button that needs the key gets it instead. */
    Shortcuts onPlain(KeyCode key, String does, Runnable run) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Node focused = scene.getFocusOwner();
            boolean presses = key == KeyCode.SPACE || key == KeyCode.ENTER;
            boolean needed = focused instanceof TextInputControl || presses && focused instanceof ButtonBase;
            if (event.getCode() == key && !event.isShortcutDown() && !event.isAltDown() && !needed) {
                run.run();
                event.consume();
            }
        });
        listed.add(new Shortcut(key.getName(), does));
        return this;
    }

    List<Shortcut> listed() {
        return List.copyOf(listed);
    }
}
