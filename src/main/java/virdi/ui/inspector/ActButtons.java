package virdi.ui.inspector;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.TilePane;
import virdi.ui.sign.Act;

/**
 * A button for each act that fits, in rows of equal widths; FX thread only. When a button is replaced by its opposite
 * (pause, resume), the opposite takes its focus.
 */
final class ActButtons extends TilePane {
    private static final int COLUMNS = 3;
    /** The room between three buttons, with one point to spare for rounding. */
    private static final double GAPS = 2 * 8 + 1;

    private static final Map<Act, Act> OPPOSITES =
            Map.of(Act.PAUSE, Act.RESUME, Act.RESUME, Act.PAUSE, Act.BLOCK, Act.UNBLOCK, Act.UNBLOCK, Act.BLOCK);
    /** These have a control of their own where one thing is selected. */
    private static final Set<Act> THROTTLING = EnumSet.of(Act.THROTTLE, Act.LIFT);
    /** In the order shown. */
    private static final Act[] ORDER = {
        Act.PAUSE,
        Act.RESUME,
        Act.DISCONNECT,
        Act.BLOCK,
        Act.UNBLOCK,
        Act.THROTTLE,
        Act.LIFT,
        Act.SET_CAPACITY,
        Act.INJECT,
        Act.PURGE,
        Act.REQUEST_NOW
    };

    private final Map<Act, Button> buttons = new EnumMap<>(Act.class);

    ActButtons(Consumer<Act> doIt) {
        getStyleClass().add("act-buttons");
        setPrefColumns(COLUMNS);
        prefTileWidthProperty()
                .bind(widthProperty().subtract(GAPS).divide(COLUMNS).map(it -> Math.floor(it.doubleValue())));
        for (Act act : ORDER) {
            var button = new Button(act.words());
            button.setId("inspect-" + act.name().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(KeyCombination.valueOf(act.shortcut()).getDisplayText()));
            button.setOnAction(event -> doIt.accept(act));
            button.managedProperty().bind(button.visibleProperty());
            if (act == Act.DISCONNECT) {
                button.getStyleClass().addAll("danger", "button-outlined");
            }
            buttons.put(act, button);
            getChildren().add(button);
        }
        managedProperty().bind(visibleProperty());
        show(Set.of(), false);
    }

    /** @param throttling whether to show the acts on throttles, too */
    void show(Set<Act> fitting, boolean throttling) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        acts.addAll(fitting);
        if (!throttling) {
            acts.removeAll(THROTTLING);
        }
        Act losing = null;
        for (Map.Entry<Act, Button> entry : buttons.entrySet()) {
            Button button = entry.getValue();
            boolean wanted = acts.contains(entry.getKey());
            if (button.isVisible() != wanted) {
                if (button.isFocused() && !wanted) {
                    losing = entry.getKey();
                }
                button.setVisible(wanted);
            }
        }
        Button heir = losing == null ? null : buttons.get(OPPOSITES.get(losing));
        if (heir != null && heir.isVisible()) {
            heir.requestFocus();
        }
        if (isVisible() == acts.isEmpty()) {
            setVisible(!acts.isEmpty());
        }
    }
}
