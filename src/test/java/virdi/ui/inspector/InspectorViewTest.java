package virdi.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Act;
import virdi.ui.sign.Theme;

@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {
    private final SampleWorld world = SampleWorld.factory();
    private final List<OperatorCommand> sent = new ArrayList<>();
    private final Selection<Target> selection = new Selection<>();
    private final List<Act> asked = new ArrayList<>();
    private final Target assembler = consumer(world.latest(), "assembler-3");
    private final InspectorViewModel vm = new InspectorViewModel(selection, sent::add);

    @Start
    void open(Stage stage) {
        var view = new InspectorView(
                vm,
                (act, targets) -> {
                    assertThat(targets).isEqualTo(Set.of(assembler));
                    asked.add(act);
                },
                (question, content) -> {},
                () -> {});
        var scene = new Scene(view, 340, 900);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void select(FxRobot robot) {
        robot.interact(() -> {
            selection.select(assembler);
            vm.show(world.latest());
        });
    }

    @Test
    void draggingTheSliderThrottlesWhenItIsLetGo(FxRobot robot) {
        Slider slider = robot.lookup("#throttle-slider").queryAs(Slider.class);
        robot.drag(slider.lookup(".thumb")).moveBy(-40, 0);
        assertThat(sent).isEmpty();
        robot.drop();
        assertThat(sent).singleElement().isInstanceOfSatisfying(OperatorCommand.Throttle.class, it -> {
            assertThat(it.pace().unitsPerMinute()).isBetween(1L, 119L);
            assertThat(number(robot).getText())
                    .isEqualTo(Long.toString(it.pace().unitsPerMinute()));
        });
        assertThat(robot.lookup("#inspector-state").queryAs(Label.class).getText())
                .startsWith("starving");
    }

    @Test
    void aNumberBeingTypedKeepsItsTextAndFocusWhileFramesArrive(FxRobot robot) {
        robot.clickOn(number(robot)).write("4");
        frames(robot);
        assertThat(number(robot).isFocused()).isTrue();
        robot.write("5");
        frames(robot);
        assertThat(number(robot).getText()).isEqualTo("45");
        assertThat(sent).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(sent).singleElement().isInstanceOfSatisfying(OperatorCommand.Throttle.class, it -> {
            assertThat(it.pace()).isEqualTo(new Pace(45));
            assertThat(it.revertAfter()).isNull();
        });
    }

    @Test
    void theButtonsOpenTheActsOfTheSelection(FxRobot robot) {
        robot.clickOn("#inspect-disconnect");
        robot.clickOn("#inspect-pause");
        assertThat(asked).containsExactly(Act.DISCONNECT, Act.PAUSE);
    }

    private void frames(FxRobot robot) {
        for (int i = 0; i < 5; i++) {
            robot.interact(() -> {
                world.advance(33);
                vm.show(world.latest());
            });
        }
    }

    private static TextField number(FxRobot robot) {
        return robot.lookup("#throttle-number").queryAs(TextField.class);
    }
}
