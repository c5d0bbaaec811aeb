package virdi.ui.map.valve;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import virdi.model.Pace;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Valve;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.map.valve.ValveModel.ValveState;
import virdi.ui.sign.Tone;

/**
 * The number of a valve, to be typed where the valve is. FX thread only; hidden until {@link #open}. Enter sends,
 * Escape and looking elsewhere give up.
 */
public final class ValveField extends VBox {
    private static final double WIDTH = 252;
    private static final double GAP = 12;
    private static final double MARGIN = 8;

    private final MapSurface view;
    private final MapViewModel map;
    private final ValveModel valves;
    private final TextField number = new TextField();
    private final Label unit = new Label();
    private final Label hint = new Label();
    private boolean opening;

    public ValveField(MapSurface view, MapViewModel map, ValveModel valves) {
        this.view = view;
        this.map = map;
        this.valves = valves;
        setManaged(false);
        setVisible(false);
        getStyleClass().add("valve-field");
        getStylesheets()
                .add(Objects.requireNonNull(ValveField.class.getResource("valve.css"))
                        .toExternalForm());
        number.setId("valve-number");
        number.setPromptText("no limit");
        number.setPrefColumnCount(8);
        unit.getStyleClass().add("muted");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        hint.setId("valve-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var row = new HBox(number, unit);
        row.getStyleClass().add("valve-row");
        getChildren().addAll(row, hint);
        number.textProperty().subscribe((before, after) -> typed());
        number.setOnAction(event -> commit());
        number.focusedProperty().subscribe((before, after) -> {
            if (!after && isVisible() && !opening) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        // The field takes its keys and clicks; the map under it must not see them.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
    }

    /** Asks for the number of a valve, beside it. */
    void open(MapElement element) {
        if (!valves.take(element, ValveState.TYPED)) {
            return;
        }
        opening = true;
        Valve valve = Objects.requireNonNull(valves.held());
        Pace pace = valves.pace();
        number.setAccessibleText("Throttle of " + valve.name() + ", units per minute");
        unit.setText(valve.targets().size() > 1 ? "/min each" : "/min");
        number.setText(pace == null ? "" : Long.toString(pace.unitsPerMinute()));
        setVisible(true);
        typed();
        place();
        number.requestFocus();
        number.selectAll();
        opening = false;
    }

    /** Keeps it beside its valve; closes it when the valve is gone or no longer typed. */
    public void place() {
        Valve valve = valves.held();
        if (!isVisible()) {
            return;
        }
        ValvePlace place = valve == null ? null : ValvePlace.of(map, valve.element());
        if (place == null || valves.hold() != ValveState.TYPED) {
            close();
            return;
        }
        applyCss();
        double height = prefHeight(WIDTH);
        double below = place.y() + place.radius() + GAP;
        double y = below + height <= view.getHeight() - MARGIN
                ? below
                : place.y() - place.radius() * ValvePlace.HANDLE - GAP - height;
        double x = Math.clamp(place.x() - WIDTH / 2, MARGIN, Math.max(MARGIN, view.getWidth() - WIDTH - MARGIN));
        resizeRelocate(Math.round(x), Math.round(y), WIDTH, height);
    }

    private void typed() {
        if (!isVisible()) {
            return;
        }
        String problem = valves.type(number.getText());
        hint.setText(problem.isEmpty() ? valves.sentence() : problem);
        hint.getStyleClass().removeAll("muted", "tone-text");
        hint.getStyleClass().add(problem.isEmpty() ? "muted" : "tone-text");
        Tone.TROUBLE.dress(hint);
        place();
        view.repaint();
    }

    private void commit() {
        if (valves.type(number.getText()).isEmpty()) {
            valves.letGo();
            close();
        } else {
            typed();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        }
        if (!event.isShortcutDown() && event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void close() {
        boolean focus = number.isFocused();
        setVisible(false);
        if (valves.hold() == ValveState.TYPED) {
            valves.giveUp();
        }
        if (focus) {
            view.requestFocus();
        }
        view.repaint();
    }
}
