package virdi.ui.inspector;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.ui.kit.SaveAs;
import virdi.ui.sign.Act;
import virdi.ui.sign.CauseText;
import virdi.ui.sign.SignMark;
import virdi.ui.sign.Tone;

/**
 * The right side of the window: the selection, its state, cause, charts and acts. FX thread only.
 *
 * <p>Thirty frames a second change texts and colours; new nodes are made only for another selection, so focus,
 * scroll position and half-typed numbers stay.
 */
public final class InspectorView extends ScrollPane {
    private final InspectorViewModel vm;
    private final DialogOpener dialogs;
    private final Label title = label("title");
    private final Label subtitle = label("muted");
    private final Label link = label("link");
    private final SignMark mark = new SignMark();
    private final Label words = label("state-words");
    private final HBox state = new HBox(mark, words);
    private final Label why = label("why-words");
    private final Label whyLink = label("link");
    private final VBox whyCard = new VBox(why, whyLink);
    private final Label rates = label("rates");
    private final ChartsPane charts;
    private final VBox throttles = new VBox();
    private final ActButtons buttons;
    private final FactsPane facts = new FactsPane();
    private final RelatedPane related;
    private @Nullable Target linked;
    private @Nullable Target culprit;

    /**
     * @param dialogs does the acts of the buttons, and opens dialogs for a reason, a time or a number
     * @param saveAs saves pictures of charts
     * @param copied called when something was copied, to show a message
     */
    public InspectorView(InspectorViewModel vm, DialogOpener dialogs, SaveAs saveAs, Runnable copied) {
        this.vm = vm;
        this.dialogs = dialogs;
        buttons = new ActButtons(act -> dialogs.open(act, vm.selectedTargets()));
        related = new RelatedPane(vm::go);
        charts = new ChartsPane(vm, saveAs, copied);
        getStyleClass().addAll("inspector", "panel", "edge-to-edge");
        getStylesheets()
                .add(Objects.requireNonNull(InspectorView.class.getResource("inspector.css"))
                        .toExternalForm());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content());
        title.setId("inspector-title");
        words.setId("inspector-state");
        link.setOnMouseClicked(event -> go(linked));
        whyLink.setOnMouseClicked(event -> go(culprit));
        vm.sheetProperty().subscribe(this::write);
        addEventHandler(KeyEvent.KEY_PRESSED, charts::press);
        vm.throttlesProperty().subscribe(this::lay);
    }

    private Node content() {
        var under = new HBox(subtitle, link);
        under.getStyleClass().add("subtitle");
        state.getStyleClass().add("state");
        state.setAlignment(Pos.CENTER_LEFT);
        whyCard.getStyleClass().add("why");
        throttles.getStyleClass().add("throttles");
        for (Label label : List.of(title, words, why)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        var column = new VBox(
                new VBox(title, under),
                state,
                whyCard,
                rates,
                charts,
                throttles,
                buttons,
                facts,
                charts.others(),
                related);
        column.getStyleClass().add("inspector-column");
        return column;
    }

    private void write(Sheet sheet) {
        set(title, sheet.title());
        Sheet.Link next = sheet.link();
        linked = next == null ? null : next.target();
        set(subtitle, next == null ? sheet.subtitle() : sheet.subtitle() + " · ");
        set(link, next == null ? "" : next.words());
        set(words, sheet.words());
        show(state, sheet.sign() != null);
        if (sheet.sign() != null) {
            mark.show(sheet.sign());
            sheet.sign().tone().dress(state);
        }
        explain(sheet);
        set(rates, sheet.rates());
        show(rates, !sheet.rates().isEmpty());
        buttons.show(sheet.acts(), vm.selectedTargets().size() > 1);
        facts.show(sheet.facts());
        related.show(sheet.related());
    }

    /** The cause, unless the state says it already: a rule of the operator on the selection itself needs no explanation. */
    private void explain(Sheet sheet) {
        Cause cause = sheet.why();
        culprit = cause == null ? null : vm.elsewhere(cause.culprit());
        boolean toldAlready =
                culprit == null && sheet.sign() != null && sheet.sign().tone() == Tone.HELD;
        show(whyCard, cause != null && !toldAlready);
        if (cause != null && sheet.sign() != null) {
            set(why, CauseText.of(cause));
            set(whyLink, culprit == null ? "" : "Show " + vm.name(culprit));
            show(whyLink, culprit != null);
            sheet.sign().tone().dress(whyCard);
        }
    }

    private void lay(List<ThrottleModel> models) {
        throttles
                .getChildren()
                .setAll(models.stream()
                        .map(it -> new ThrottleBox(it, () -> dialogs.open(Act.THROTTLE, vm.selectedTargets())))
                        .toList());
        show(throttles, !models.isEmpty());
    }

    private void go(@Nullable Target target) {
        if (target != null) {
            vm.go(target);
        }
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
