package virdi.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.consumer;
import static virdi.ui.Picks.resource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.Target;
import virdi.telemetry.TimeRange;
import virdi.ui.SampleWorld;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Selection;
import virdi.ui.kit.chart.ChartPane;
import virdi.ui.sign.Theme;

@ExtendWith(ApplicationExtension.class)
class ChartsPaneTest {
    private final SampleWorld world = SampleWorld.factory();
    private final Selection<Target> selection = new Selection<>();
    private final InspectorViewModel vm = new InspectorViewModel(selection, command -> {});
    private final List<SaveAs.Question> asked = new ArrayList<>();
    private int copies;
    private final ByteArrayOutputStream saved = new ByteArrayOutputStream();

    @Start
    void open(Stage stage) {
        vm.watchProperty().subscribe(watch -> world.watch(Set.of(watch)));
        SaveAs saveAs = (question, content) -> {
            asked.add(question);
            content.get().forEachRemaining(this::write);
        };
        var scene = new Scene(new InspectorView(vm, (act, targets) -> {}, saveAs, () -> copies++), 340, 900);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void select(FxRobot robot) {
        robot.interact(() -> {
            selection.select(consumer(world.latest(), "furnace-1"));
            vm.show(world.latest());
        });
    }

    @Test
    void theRangeIsSwitchedByButtonAndByKey(FxRobot robot) {
        robot.clickOn("#range-hour");
        assertThat(vm.rangeProperty().get()).isEqualTo(TimeRange.HOUR);
        robot.type(KeyCode.DIGIT1);
        assertThat(vm.rangeProperty().get()).isEqualTo(TimeRange.MINUTE);
        assertThat(robot.lookup("#range-minute").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        robot.clickOn("#range-minute");
        assertThat(robot.lookup("#range-minute").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aDigitThatIsTypedIntoAFieldIsNoRange(FxRobot robot) {
        robot.clickOn("#throttle-number").write("3");
        assertThat(vm.rangeProperty().get()).isEqualTo(TimeRange.TEN_MINUTES);
    }

    @Test
    void theCrosshairReadsAllValuesUnderTheMouse(FxRobot robot) {
        String now = rate(robot).reading();
        assertThat(now).startsWith("now: actual ").contains(", possible ");
        robot.moveTo(rate(robot));
        assertThat(rate(robot).reading()).contains(" ago: actual ").contains(", possible ");
        assertThat(rate(robot).getAccessibleText()).startsWith("RATE, ").contains(" ago");
        robot.moveTo("#inspector-title");
        assertThat(rate(robot).reading()).isEqualTo(now);
    }

    @Test
    void theCrosshairWalksByKeyboard(FxRobot robot) {
        robot.interact(() -> rate(robot).requestFocus());
        robot.type(KeyCode.LEFT, 3);
        assertThat(rate(robot).reading()).contains("· 20 s ago: ");
        robot.type(KeyCode.RIGHT);
        assertThat(rate(robot).reading()).contains("· 10 s ago: ");
        robot.type(KeyCode.END);
        assertThat(rate(robot).reading()).contains("· now: ");
        robot.type(KeyCode.HOME);
        assertThat(rate(robot).reading()).contains("· 9 min 50 s ago: ");
        robot.type(KeyCode.ESCAPE);
        assertThat(rate(robot).reading()).startsWith("now: ");
    }

    @Test
    void theKeysTakeTheCrosshairFromAMouseThatRests(FxRobot robot) {
        robot.clickOn(rate(robot));
        String there = rate(robot).reading();
        robot.type(KeyCode.LEFT);
        assertThat(rate(robot).reading()).isNotEqualTo(there).contains(" ago: ");
        robot.type(KeyCode.ESCAPE);
        assertThat(rate(robot).reading()).startsWith("now: ");
        robot.moveBy(10, 0);
        assertThat(rate(robot).reading()).contains(" ago: ");
    }

    @Test
    void anHourIsReadAndCopiedWithoutAMouse(FxRobot robot) {
        robot.interact(() -> rate(robot).requestFocus());
        robot.type(KeyCode.DIGIT3);
        robot.interact(() -> vm.show(world.latest()));
        robot.type(KeyCode.HOME);
        String[] oldest = rate(robot).reading().split("actual |/min", 3);
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(clipboard(robot))
                .startsWith("time,actual (units/min),possible (units/min),level (units),room (units),delivered (units)")
                .hasLineCount(61);
        String first = clipboard(robot).lines().toList().get(1);
        assertThat(first).startsWith("2026-01-01T13:03:").contains("," + oldest[1] + ",");
        assertThat(copies).isEqualTo(1);
    }

    @Test
    void theButtonsAndTheMenuCopyToo(FxRobot robot) {
        robot.clickOn("#chart-csv");
        assertThat(clipboard(robot)).startsWith("time,");
        robot.rightClickOn("#chart-rate").clickOn("Copy as CSV");
        robot.interact(() -> robot.lookup("#chart-totals").query().requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(copies).isEqualTo(3);
    }

    @Test
    void theLevelLeadsOfATankAndTheRateOfAStream(FxRobot robot) {
        assertThat(robot.lookup("#other-charts #chart-level").tryQuery()).isPresent();
        robot.interact(() -> {
            selection.select(resource("iron"));
            vm.show(world.latest());
        });
        assertThat(robot.lookup("#other-charts #chart-level").tryQuery()).isEmpty();
        assertThat(robot.lookup("#other-charts #chart-rate").tryQuery()).isPresent();
    }

    @Test
    void theChartsAreSavedAsAPictureTwiceAsFine(FxRobot robot) throws IOException {
        robot.clickOn("#chart-png");
        assertThat(asked).extracting(SaveAs.Question::name).containsExactly("furnace-1 10 min.png");
        var picture = ImageIO.read(new ByteArrayInputStream(saved.toByteArray()));
        assertThat(picture.getWidth()).isEqualTo((int) (2 * rate(robot).getWidth()));
        robot.clickOn(rate(robot)).press(KeyCode.SHORTCUT, KeyCode.S).release(KeyCode.S, KeyCode.SHORTCUT);
        assertThat(asked).hasSize(2);
    }

    private static String clipboard(FxRobot robot) {
        var text = new AtomicReference<>("");
        robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    private void write(SaveAs.Piece piece) {
        try {
            piece.writeTo(saved);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ChartPane rate(FxRobot robot) {
        return robot.lookup("#chart-rate").queryAs(ChartPane.class);
    }
}
