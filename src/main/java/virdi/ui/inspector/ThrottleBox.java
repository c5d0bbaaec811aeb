package virdi.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import virdi.ui.kit.FilledSlider;

/**
 * The controls of one throttle: slider, exact number, lift. FX thread only. The slider sends its pace on release or after a key, the
 * number on Enter; Escape drops the typed text.
 */
final class ThrottleBox extends VBox {
    private final ThrottleModel model;
    private final Slider slider = new FilledSlider(1, 1);
    private final TextField number = new TextField();
    private boolean reflecting;
    private boolean held;

    /** @param timed opens the dialog with a time limit */
    ThrottleBox(ThrottleModel model, Runnable timed) {
        this.model = model;
        getStyleClass().add("throttle-box");
        var name = new Label(model.name());
        name.getStyleClass().add("throttle-name");
        name.setMinWidth(USE_PREF_SIZE);
        var words = new Label();
        words.getStyleClass().add("muted");
        words.textProperty().bind(model.wordsProperty());
        var unit = new Label("/min");
        unit.getStyleClass().add("muted");
        unit.setMinWidth(USE_PREF_SIZE);
        var lift = link("Lift", "throttle-lift", model::lift);
        lift.visibleProperty().bind(model.inForceProperty());
        lift.managedProperty().bind(lift.visibleProperty());
        slider();
        number();
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(name, words, space, lift, link("Timed…", "throttle-timed", timed));
        head.getStyleClass().add("throttle-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        var row = new HBox(slider, number, unit);
        row.getStyleClass().add("throttle-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        var problem = new Label();
        problem.getStyleClass().addAll("tone-trouble", "tone-text");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(head, row, problem);
    }

    private static Button link(String words, String id, Runnable follow) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().setAll("throttle-link");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> follow.run());
        return button;
    }

    private void slider() {
        slider.setId("throttle-slider");
        slider.setAccessibleText(model.name() + ", logarithmic");
        slider.setBlockIncrement(0.05);
        slider.setMinWidth(80);
        model.positionProperty().subscribe(to -> reflect(() -> slider.setValue(to.doubleValue())));
        slider.valueProperty().subscribe((before, after) -> {
            if (!reflecting) {
                model.slide(after.doubleValue());
                if (!held) {
                    model.release();
                }
            }
        });
        // The mouse's own events, not pressedProperty: the headless platform never resets that after a drag.
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> held = true);
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            held = false;
            model.release();
        });
    }

    private void number() {
        number.setId("throttle-number");
        number.setAccessibleText(model.name() + ", units per minute");
        number.setPromptText("no limit");
        number.setPrefColumnCount(6);
        number.setMinWidth(76);
        model.textProperty()
                .subscribe(text -> reflect(() -> {
                    if (!text.equals(number.getText())) {
                        number.setText(text);
                    }
                }));
        number.textProperty().subscribe((before, after) -> {
            if (!reflecting) {
                model.type(after);
            }
        });
        number.setOnAction(event -> model.commit());
        number.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
            }
        });
    }

    private void reflect(Runnable change) {
        boolean outer = reflecting;
        reflecting = true;
        change.run();
        reflecting = outer;
    }
}
