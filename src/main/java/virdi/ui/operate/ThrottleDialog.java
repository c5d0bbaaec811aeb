package virdi.ui.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.kit.FilledSlider;
import virdi.ui.sign.Figures;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.PaceScale;
import virdi.ui.sign.ParsedInput;
import virdi.ui.sign.ThrottlePreview;

/**
 * The dialog for a pace: slider, exact number, presets, a time after which the throttle ends, and a preview of the consumers that
 * would starve. FX thread only.
 */
final class ThrottleDialog {
    private final FrameSelection selected;
    private final Frame frame;
    private final double reference;
    private final PaceScale scale;
    private final TextField pace = new TextField();
    private final TextField revert = new TextField();
    private final Slider slider = new FilledSlider(1, 1);
    private final Label preview = new Label();
    private final ToggleGroup direction = new ToggleGroup();
    private boolean sliding;

    ThrottleDialog(FrameSelection selected) {
        this.selected = selected;
        frame = selected.frame();
        double carried = ThrottlePreview.reference(selected.valves(), frame);
        reference = carried > 0 ? carried : PaceScale.DEFAULT_REFERENCE;
        scale = PaceScale.reaching(reference);
        pace.setId("throttle-pace");
        pace.setPrefColumnCount(10);
        revert.setId("throttle-revert");
        revert.setPromptText("never");
        revert.setPrefColumnCount(10);
        slider.setId("throttle-slider");
        slider.setAccessibleText("Throttle, logarithmic");
        preview.getStyleClass().add("preview");
        preview.setWrapText(true);
        preview.setMinHeight(Region.USE_PREF_SIZE);
        preview.setMaxWidth(Double.MAX_VALUE);
        pace.textProperty().subscribe((before, after) -> typed());
        slider.valueProperty().subscribe((before, after) -> slid());
        pace.setText(Long.toString(inForce()));
    }

    DialogPanel panel(Consumer<List<OperatorCommand>> send, Runnable close) {
        var fields = new Fields();
        if (hasTwoDirections()) {
            fields.add("What", directions());
        }
        var presets = new HBox();
        presets.getStyleClass().add("presets");
        for (int percent : new int[] {0, 25, 50, 100}) {
            String words = percent == 0 ? "0 = pause" : percent + " %";
            presets.getChildren().add(Fields.preset(words, pace, Long.toString(Math.round(reference * percent / 100))));
        }
        fields.add("Hold to", pace, "units/min")
                .add("", slider)
                .add("", presets)
                .add("Lift after", revert, "")
                .add("", Fields.presets(revert, "1 min", "5 min", "30 min"));
        var content = Fields.stacked(fields, preview);
        String sentence = hasTwoDirections()
                ? "Holds all streams of a direction together to one pace."
                : selected.valves().size() == 1
                        ? "It carries at most " + Figures.rate(reference)
                                + ". It also holds for the client's next stream."
                        : "Each of them is held to this pace. The largest carries at most " + Figures.rate(reference)
                                + ".";
        var panel =
                new DialogPanel("Throttle " + selected.name(), sentence, content, "Throttle", this::read, send, close);
        direction.selectedToggleProperty().subscribe((before, after) -> typed());
        return panel.watching(pace, revert).usual();
    }

    private ParsedInput<List<OperatorCommand>> read() {
        return Forms.throttle(valves(), pace.getText(), revert.getText());
    }

    /** The pace in force, or the reference without one: the dialog opens with the present state. */
    private long inForce() {
        return selected.throttles().stream()
                .mapToLong(it -> it.pace().unitsPerMinute())
                .min()
                .orElse(Math.round(reference));
    }

    private boolean hasTwoDirections() {
        return selected.targets().stream().anyMatch(Target.Resource.class::isInstance);
    }

    private List<Target> valves() {
        return direction.getSelectedToggle() == null
                ? selected.valves()
                : selected.valves().stream()
                        .filter(
                                (Class<?>) direction.getSelectedToggle().getUserData() == Target.class
                                        ? it -> true
                                        : ((Class<?>)
                                                direction.getSelectedToggle().getUserData())::isInstance)
                        .toList();
    }

    private HBox directions() {
        var box = new HBox(
                direction("what flows out", Target.Outflow.class),
                direction("what flows in", Target.Inflow.class),
                direction("both", Target.class));
        box.getStyleClass().add("choices");
        direction.getToggles().getFirst().setSelected(true);
        return box;
    }

    private RadioButton direction(String words, Class<? extends Target> valves) {
        var button = new RadioButton(words);
        button.setUserData(valves);
        button.setToggleGroup(direction);
        return button;
    }

    private void slid() {
        if (!sliding) {
            sliding = true;
            pace.setText(Long.toString(scale.pace(slider.getValue())));
            sliding = false;
        }
    }

    private void typed() {
        Long number =
                ParsedInput.number(pace.getText(), 0, OperatorCommand.MAX_UNITS).value();
        if (number == null) {
            preview.setText("");
            return;
        }
        if (!sliding) {
            sliding = true;
            slider.setValue(scale.position(number));
            sliding = false;
        }
        List<String> sentences =
                ThrottlePreview.of(valves(), new Pace(number), frame).sentences();
        preview.setText(
                sentences.isEmpty() ? ThrottlePreview.NONE.sentence() : String.join("\n", shortened(sentences)));
    }

    private static List<String> shortened(List<String> sentences) {
        int most = 4;
        if (sentences.size() <= most) {
            return sentences;
        }
        var few = new ArrayList<>(sentences.subList(0, most - 1));
        few.add("… and " + (sentences.size() - most + 1) + " more");
        return few;
    }
}
