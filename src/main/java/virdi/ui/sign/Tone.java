package virdi.ui.sign;

import java.util.List;
import javafx.css.Styleable;
import virdi.telemetry.Severity;

/** The colours with a meaning. Each goes with a shape and a word, so that no meaning depends on colour alone. */
public enum Tone {
    /** Moving units: liquid, dots, pipes. Blue. */
    FLOW("tone-flow"),
    /** Healthy. Green. */
    GOOD("tone-good"),
    /** Worth knowing. Amber. */
    WARNING("tone-warning"),
    /** Trouble. Vermilion. */
    TROUBLE("tone-trouble"),
    /** An operator's rule. Violet. */
    HELD("tone-held"),
    /** Idle by intent. Grey. */
    CALM("tone-calm");

    private static final List<String> ALL = List.of(
            FLOW.styleClass, GOOD.styleClass, WARNING.styleClass, TROUBLE.styleClass, HELD.styleClass, CALM.styleClass);

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    public static Tone of(Severity severity) {
        return switch (severity) {
            case CALM -> CALM;
            case GOOD -> GOOD;
            case HELD -> HELD;
            case WARNING -> WARNING;
            case TROUBLE -> TROUBLE;
        };
    }

    /** Gives {@code -tone} this colour for the node and its children; {@code .tone-text} writes with it. */
    public String styleClass() {
        return styleClass;
    }

    /** Gives a node this tone in place of the one it had; nothing is touched when it has it already. FX thread. */
    public void dress(Styleable node) {
        var classes = node.getStyleClass();
        if (!classes.contains(styleClass)) {
            classes.removeAll(ALL);
            classes.add(styleClass);
        }
    }
}
