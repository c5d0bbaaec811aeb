package virdi.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import virdi.ui.kit.CopyButton;
import virdi.ui.operate.PortSwitch;

/** Replaces the map while no client is connected: shows how to connect, and offers the demo. FX thread only. */
final class EmptyState extends StackPane {
    private static final double WIDTH = 700;

    private final Label title = new Label();
    private final Label text = new Label();
    private final Button demo = new Button("Start demo", new FontIcon(Feather.PLAY));
    private final Button start = new Button("Start listening", new FontIcon(Feather.PLAY));
    private final HBox demoLine;
    private final HBox startLine;
    private final Region snippets;

    /**
     * @param info where clients connect
     * @param startDemo called by the button of the demo
     * @param startListening called by the button that is shown while the broker does not listen
     * @param copied called after a text was copied
     */
    EmptyState(WindowInfo info, Runnable startDemo, Runnable startListening, Runnable copied) {
        getStyleClass().add("empty-state");
        setId("empty-state");
        title.getStyleClass().add("empty-title");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("muted");
        var endpoint = new Label(info.endpoint());
        endpoint.getStyleClass().add("empty-endpoint");
        var address = new HBox(endpoint, CopyButton.of("endpoint", info.endpoint(), copied));
        address.getStyleClass().add("empty-address");
        demo.setId("start-demo");
        demo.getStyleClass().add("accent");
        demo.setOnAction(event -> startDemo.run());
        var or = new Label("a small factory of simulated clients over real gRPC connections");
        or.getStyleClass().add("muted");
        or.setWrapText(true);
        demo.setMinWidth(USE_PREF_SIZE);
        demoLine = new HBox(demo, or);
        start.setId("start-listening");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> startListening.run());
        startLine = new HBox(start);
        snippets = snippets(info.endpoint(), copied);
        for (Region part : List.of(snippets, demoLine, startLine)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        for (Region line : List.of(demoLine, startLine)) {
            line.getStyleClass().add("empty-demo");
        }
        var card = new VBox(title, text, address, snippets, demoLine, startLine);
        card.getStyleClass().addAll("card", "empty-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        showPort(PortSwitch.State.LISTENING);
    }

    /** Shows how to connect while the broker listens, and else offers to start listening. */
    void showPort(PortSwitch.State state) {
        boolean listens = state == PortSwitch.State.LISTENING || state == PortSwitch.State.STOPPING;
        boolean focus = isFocusWithin();
        title.setText(listens ? "Waiting for the first client" : "Not listening");
        text.setText(
                listens
                        ? "The broker is listening. A client that offers, produces or consumes appears here within a second."
                        : "You stopped it: clients find nobody here. Those that try again come back by themselves when"
                                + " it listens again; so do the demo's.");
        snippets.setVisible(listens);
        demoLine.setVisible(listens);
        startLine.setVisible(!listens);
        start.setDisable(state == PortSwitch.State.STARTING);
        if (focus) {
            focusAct();
        }
    }

    /** Focuses the main button. */
    void focusAct() {
        (demoLine.isVisible() ? demo : start).requestFocus();
    }

    private static Region snippets(String endpoint, Runnable copied) {
        var area = new TextArea();
        area.setId("snippet");
        area.setEditable(false);
        area.getStyleClass().add("snippet");
        area.setPrefRowCount(7);
        var group = new ToggleGroup();
        var tabs = new HBox();
        tabs.getStyleClass().add("snippet-tabs");
        var copy = new StackPane();
        for (ClientCodeSample snippet :
                List.of(ClientCodeSample.GRPCURL, ClientCodeSample.PYTHON, ClientCodeSample.JAVA)) {
            String code = snippet.text(endpoint);
            var tab = new ToggleButton(snippet.title());
            tab.getStyleClass().addAll("flat", "snippet-tab");
            tab.setToggleGroup(group);
            tab.selectedProperty().subscribe(selected -> {
                if (selected) {
                    area.setText(code);
                    copy.getChildren().setAll(CopyButton.of("snippet", code, copied));
                }
            });
            // A click on the selected tab must not leave none selected.
            tab.setOnAction(event -> tab.setSelected(true));
            tabs.getChildren().add(tab);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tabs.getChildren().addAll(space, copy);
        group.getToggles().getFirst().setSelected(true);
        var box = new VBox(tabs, area);
        box.getStyleClass().add("snippet-box");
        return box;
    }
}
