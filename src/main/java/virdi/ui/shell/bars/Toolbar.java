package virdi.ui.shell.bars;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import virdi.ui.kit.CopyButton;
import virdi.ui.kit.SearchField;
import virdi.ui.map.content.MapOrder;
import virdi.ui.operate.PortSwitch;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignMark;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Theme;
import virdi.ui.sign.Tone;

/** The bar at the top: endpoint, demo, search, live or paused, theme and help. FX thread only. */
public final class Toolbar extends HBox {
    /** The name of the program is shown in windows wider than this, in pixels. */
    private static final double NAMED_WIDTH = 1_280;

    private final SearchField find = new SearchField("Find: iron, client:mc-1, state:starving");
    private final SignMark portMark = new SignMark();
    private final Label portWord = new Label();
    private final Button port = new Button();
    private final ToggleButton demo = new ToggleButton("Demo", new FontIcon(Feather.PLAY));
    private final ToggleButton byResource = new ToggleButton("By resource");
    private final ToggleButton byClient = new ToggleButton("By client");
    private final ToggleButton live = new ToggleButton("Live");
    private final SignMark liveMark = new SignMark();
    private final Button theme = iconButton(Feather.SUN, "theme-button");
    private final Button help = iconButton(Feather.HELP_CIRCLE, "help-button");

    /**
     * @param endpoint where clients connect
     * @param version of the program
     * @param copied called after the endpoint was copied
     */
    public Toolbar(String endpoint, String version, Runnable copied) {
        getStyleClass().add("toolbar");
        var name = new Label("Virdi Console");
        name.getStyleClass().add("app-name");
        name.setTooltip(new Tooltip("Version " + version));
        var connectTo = new Label(endpoint);
        connectTo.setId("endpoint");
        portWord.setId("port-state");
        portWord.getStyleClass().add("tone-text");
        portWord.managedProperty().bind(portWord.visibleProperty());
        var address = new HBox(portMark, connectTo, portWord, CopyButton.of("endpoint", endpoint, copied));
        address.getStyleClass().add("endpoint");
        port.setId("port");
        // Hide the name of the program first: the title of the window has it too.
        name.managedProperty().bind(widthProperty().greaterThan(NAMED_WIDTH));
        name.visibleProperty().bind(name.managedProperty());
        find.setId("find");
        find.setPrefWidth(300);
        find.setMinWidth(140);
        demo.setId("demo");
        byResource.setId("by-resource");
        byResource.getStyleClass().add("left-pill");
        byClient.setId("by-client");
        byClient.getStyleClass().add("right-pill");
        var orders = new HBox(byResource, byClient);
        orders.getStyleClass().add("segments");
        live.setId("live");
        live.setGraphic(liveMark);
        live.setSelected(true);
        live.getStyleClass().add("live");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, address, port, demo, orders, space, find, live, theme, help);
        for (var child : new Region[] {name, address, port, demo, byResource, byClient, live, theme, help}) {
            child.setMinWidth(USE_PREF_SIZE);
        }
        tip(help, "Shortcuts, and about this program", "F1");
        tip(live, "Hold the picture still, or let it live; the broker goes on", "Space");
        tip(byResource, "A basin for each resource; nothing crosses", "G");
        tip(byClient, "A card for each client, with all of its pipes", "G");
        tip(demo, "Start or stop a small factory of simulated clients", "Ctrl+D");
        showLive(true);
        showPort(PortSwitch.State.LISTENING);
    }

    public SearchField find() {
        return find;
    }

    public Button port() {
        return port;
    }

    public ToggleButton demo() {
        return demo;
    }

    /** Sets the listener for the buttons that arrange the map. */
    public void onOrder(Consumer<MapOrder> wanted) {
        byResource.setOnAction(event -> wanted.accept(MapOrder.BY_RESOURCE));
        byClient.setOnAction(event -> wanted.accept(MapOrder.BY_CLIENT));
    }

    /** Shows the present arrangement of the map. */
    public void showOrder(MapOrder order) {
        byResource.setSelected(order == MapOrder.BY_RESOURCE);
        byClient.setSelected(order == MapOrder.BY_CLIENT);
    }

    public ToggleButton live() {
        return live;
    }

    public Button theme() {
        return theme;
    }

    public Button help() {
        return help;
    }

    /** Shows the theme; the button switches to the other. */
    public void showTheme(Theme now) {
        theme.setGraphic(new FontIcon(now == Theme.DARK ? Feather.SUN : Feather.MOON));
        tip(theme, now == Theme.DARK ? "Light theme" : "Dark theme", "Ctrl+T");
    }

    /** Shows the state of the port; the button stops or starts listening. */
    public void showPort(PortSwitch.State state) {
        Sign sign = switch (state) {
            case LISTENING -> new Sign(SignShape.DISC, Tone.GOOD);
            case STOPPED -> new Sign(SignShape.CROSS, Tone.HELD);
            case STOPPING, STARTING -> new Sign(SignShape.RING, Tone.CALM);
        };
        portMark.show(sign);
        sign.tone().dress(portWord);
        portWord.setText(
                switch (state) {
                    case LISTENING -> "listening";
                    case STOPPED -> "stopped";
                    case STOPPING -> "stopping…";
                    case STARTING -> "starting…";
                });
        port.setText(state.isOpen() ? "Stop" : "Start");
        port.setGraphic(new FontIcon(state.isOpen() ? Feather.STOP_CIRCLE : Feather.PLAY));
        tip(port, state.isOpen() ? "Stop listening: ends all streams, lets nobody in" : "Listen again", "Ctrl+Shift+L");
    }

    /** Shows whether the demo runs. */
    public void showDemo(boolean running) {
        if (demo.isSelected() != running) {
            demo.setSelected(running);
        }
        String text = running ? "Stop demo" : "Demo";
        if (!text.equals(demo.getText())) {
            demo.setText(text);
            demo.setGraphic(new FontIcon(running ? Feather.STOP_CIRCLE : Feather.PLAY));
        }
    }

    /** Shows whether the picture is live or paused. */
    public void showLive(boolean lives) {
        live.setSelected(lives);
        live.setText(lives ? "Live" : "Paused");
        var sign = lives ? new Sign(SignShape.DISC, Tone.GOOD) : new Sign(SignShape.BARS, Tone.HELD);
        liveMark.show(sign);
        sign.tone().dress(live);
    }

    private static Button iconButton(Ikon icon, String id) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        return button;
    }

    private static void tip(ButtonBase button, String what, String keys) {
        button.setTooltip(new Tooltip(what + "  (" + keys + ")"));
        button.setAccessibleText(what);
    }
}
