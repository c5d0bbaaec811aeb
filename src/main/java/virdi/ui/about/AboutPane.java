package virdi.ui.about;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import virdi.ui.kit.SaveAs;

/**
 * The panel about the program: its facts, the third-party works with their licences, and the diagnostics. FX thread only. The
 * overlay closes it with Escape.
 */
public final class AboutPane extends VBox {
    private static final double ICON_SIZE = 44;

    /** For file names: without a colon, which Windows does not allow. */
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    /**
     * @param icon of the program
     * @param saveAs saves the diagnostics
     * @param copied called when something was copied
     * @param close closes the panel
     */
    public AboutPane(About about, Image icon, SaveAs saveAs, Runnable copied, Runnable close) {
        getStyleClass().add("about");
        getStylesheets()
                .add(Objects.requireNonNull(AboutPane.class.getResource("about.css"))
                        .toExternalForm());
        setId("about");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("About Virdi Console");
        Region facts = facts(about.facts());
        Region licences = new LicencesPane(ThirdParty.works(), close);
        var versionsTab = tab("Versions", "about-versions", "left-pill", facts);
        var licencesTab = tab("Licences", "about-licences", "right-pill", licences);
        var group = new ToggleGroup();
        group.getToggles().addAll(versionsTab, licencesTab);
        group.selectToggle(versionsTab);
        var tabs = new HBox(versionsTab, licencesTab);
        tabs.getStyleClass().add("segments");
        var body = new StackPane(facts, licences);
        body.getStyleClass().add("about-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(about.version(), icon, tabs), body, foot(about, saveAs, copied, close));
    }

    private static Region head(String version, Image icon, Region tabs) {
        var picture = new ImageView(icon);
        picture.setFitWidth(ICON_SIZE);
        picture.setFitHeight(ICON_SIZE);
        picture.setSmooth(true);
        var name = new Label("Virdi Console");
        name.getStyleClass().add("title");
        var sentence = new Label("Version " + version + ", under the Apache License 2.0");
        sentence.getStyleClass().add("muted");
        var names = new VBox(name, sentence);
        names.getStyleClass().add("about-names");
        var head = new HBox(picture, names, space(), tabs);
        head.getStyleClass().add("about-head");
        return head;
    }

    private static ToggleButton tab(String name, String id, String pill, Region shows) {
        var tab = new ToggleButton(name);
        tab.setId(id);
        tab.getStyleClass().add(pill);
        shows.visibleProperty().bind(tab.selectedProperty());
        // One is always selected, so a click on the selected one must not deselect it.
        tab.setOnAction(event -> tab.setSelected(true));
        return tab;
    }

    private static Region facts(List<About.Fact> facts) {
        var grid = new GridPane();
        grid.setId("about-facts");
        grid.getStyleClass().add("about-facts");
        int row = 0;
        for (About.Fact fact : facts) {
            var name = new Label(fact.name());
            name.getStyleClass().add("muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label(fact.value());
            value.setWrapText(true);
            name.setLabelFor(value);
            GridPane.setValignment(name, VPos.TOP);
            GridPane.setHgrow(value, Priority.ALWAYS);
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    private static Region foot(About about, SaveAs saveAs, Runnable copied, Runnable close) {
        var copy = new Button("Copy versions", new FontIcon(Feather.COPY));
        copy.setId("about-copy");
        copy.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(About.Fact.lines(about.facts()));
            Clipboard.getSystemClipboard().setContent(content);
            copied.run();
        });
        var save = new Button("Save diagnostics…", new FontIcon(Feather.SAVE));
        save.setId("about-save");
        save.setTooltip(
                new Tooltip("Versions, settings without secrets, counters, a thread dump and the log, as one zip"));
        save.setOnAction(event ->
                saveAs.save(question(), () -> List.of(about.diagnostics()).iterator()));
        var done = new Button("Close");
        done.setId("about-close");
        done.setOnAction(event -> close.run());
        var foot = new HBox(copy, save, space(), done);
        foot.getStyleClass().add("about-foot");
        for (Button button : List.of(copy, save, done)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return foot;
    }

    /** Suggests a file name with the time in it. */
    private static SaveAs.Question question() {
        String now = LocalDateTime.now(ZoneId.systemDefault()).format(MINUTE);
        return new SaveAs.Question("the diagnostics file", "Zip archive", "virdi-diagnostics-" + now + ".zip");
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
