package virdi.ui.shell;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import virdi.telemetry.Frame;
import virdi.ui.Picks;
import virdi.ui.kit.SaveAs;

@ExtendWith(ApplicationExtension.class)
class MapSavingTest {
    /** Of the light theme. */
    private static final int BACKGROUND = 0xFFF2F5F8;

    @TempDir
    private Path folder;

    private final TestWindow tried = new TestWindow();
    private final List<SaveAs.Question> asked = new ArrayList<>();
    private final List<@Nullable Path> offered = new ArrayList<>();
    private volatile @Nullable Path answer;

    @Start
    void open(Stage stage) {
        tried.memory.put("window.theme", "light");
        tried.open(stage, (question, before) -> {
            asked.add(question);
            offered.add(before);
            return answer;
        });
    }

    @Stop
    void close() {
        tried.close();
    }

    @Test
    void fromTheGroundsMenuAllOfTheMapIsSavedAsPngInTheWindowsTheme(FxRobot robot) throws IOException {
        mapIsShown(robot);
        answer = folder.resolve("factory.png");
        robot.clickOn(ground(robot), MouseButton.SECONDARY);
        robot.clickOn("#map-png");

        assertThat(told(robot)).isEqualTo("The map was saved as " + answer);
        BufferedImage picture = ImageIO.read(folder.resolve("factory.png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(1_000);
        assertThat(picture.getRGB(2, 2)).isEqualTo(BACKGROUND);
        assertThat(picture.getRGB(picture.getWidth() - 2, picture.getHeight() - 2))
                .isEqualTo(BACKGROUND);
        assertThat(asked).extracting(SaveAs.Question::name).containsExactly("virdi-map.png");
        assertThat(left()).containsExactly("factory.png");
    }

    @Test
    void byItsShortcutItIsSavedAsSvgAndTheNameEndsAsItShould(FxRobot robot) throws Exception {
        mapIsShown(robot);
        answer = folder.resolve("factory");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);

        Path file = folder.resolve("factory.svg");
        assertThat(told(robot)).isEqualTo("The map was saved as " + file);
        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(40);
        assertThat(left()).containsExactly("factory.svg");
    }

    @Test
    void whatCannotBeWrittenIsToldInPlainWords(FxRobot robot) throws IOException {
        mapIsShown(robot);
        answer = folder.resolve("gone").resolve("map.png");
        robot.push(KeyCode.CONTROL, KeyCode.S);

        assertThat(told(robot))
                .isEqualTo("The map was not saved: the folder " + folder.resolve("gone") + " is not there.");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileThatWasNotAskedAboutIsNotOverwritten(FxRobot robot) throws IOException {
        mapIsShown(robot);
        Files.writeString(folder.resolve("map.png"), "precious");
        answer = folder.resolve("map");
        robot.push(KeyCode.CONTROL, KeyCode.S);

        assertThat(told(robot)).isEqualTo("The map was not saved: map.png is there already.");
        assertThat(folder.resolve("map.png")).hasContent("precious");
    }

    @Test
    void whoThinksBetterOfItSavesNothingAndTheNextTimeBeginsWhereTheLastOneEnded(FxRobot robot) throws IOException {
        mapIsShown(robot);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(left()).isEmpty();
        answer = folder.resolve("one.png");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        told(robot);
        robot.push(KeyCode.CONTROL, KeyCode.S);

        assertThat(offered).containsExactly(null, null, folder);
    }

    @Test
    void anEmptyMapIsNotAskedAbout(FxRobot robot) {
        tried.show(Frame.EMPTY);
        await().atMost(2, MINUTES)
                .until(() -> robot.lookup("#empty-state").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.S);

        assertThat(told(robot)).isEqualTo("There is nothing on the map to save.");
        assertThat(asked).isEmpty();
    }

    @Test
    void theMenuOfWhatIsSelectedOffersItBelowTheActs(FxRobot robot) {
        List<String> saved = new ArrayList<>();
        robot.interact(() -> {
            var menus = new MapMenu(
                    selection -> new ContextMenu(new MenuItem("Pause")),
                    () -> saved.add("fit"),
                    () -> saved.add("tidy"),
                    () -> saved.add("png"),
                    () -> saved.add("svg"));
            var items = menus.of(Set.of(Picks.resource("iron"))).getItems();
            assertThat(items.getFirst().getText()).isEqualTo("Pause");
            assertThat(items)
                    .extracting(MenuItem::getId)
                    .endsWith("map-png", "map-svg")
                    .doesNotContain("map-fit");
            items.getLast().fire();
        });
        assertThat(saved).containsExactly("svg");
    }

    private void mapIsShown(FxRobot robot) {
        await().atMost(2, MINUTES)
                .until(() -> robot.lookup(".status-bar .label").<Labeled>query().getText(), "95 streams"::equals);
        robot.interact(() -> tried.window().scene().getRoot().layout());
    }

    /** A corner of the map where nothing is. */
    private static Point2D ground(FxRobot robot) {
        var map = robot.lookup(".map-view").query();
        return map.localToScreen(5, 5);
    }

    /** The sentence of the first notice, once there is one. */
    private static String told(FxRobot robot) {
        await().atMost(2, MINUTES)
                .until(() -> robot.lookup(".toast .label").tryQuery().isPresent());
        return robot.lookup(".toast .label").<Labeled>query().getText();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
