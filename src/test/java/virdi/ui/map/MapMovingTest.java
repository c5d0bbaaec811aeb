package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.Camera;
import virdi.ui.sign.Theme;

/** Somebody puts things where they want them, and looks around. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
public class MapMovingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId COPPER = new ResourceId("copper");

    private final Selection<Target> selection = new Selection<>();
    private final List<String> remembered = new ArrayList<>();
    private MapView view;
    private long now = SECOND;

    @Start
    void open(Stage stage) {
        view = MapViews.view(selection, targets -> new ContextMenu());
        view.onPinned(remembered::add);
        Scene scene = new Scene(view, 980, 800);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.show(SampleWorld.factory().at(0));
    }

    @BeforeEach
    void draw(FxRobot robot) {
        pass(robot);
    }

    @Test
    void aTankIsDraggedWithAllThatBelongsToItAndTidiedAgain(FxRobot robot) {
        Box before = copper().tank();
        Box node = copper().consumers().getFirst().box();
        double zoom = view.model().camera().zoom();
        grab(robot).moveBy(60, 90);
        robot.release(MouseButton.PRIMARY);
        pass(robot);
        Box after = copper().tank();
        assertThat(after.x() - before.x()).isCloseTo(60 / zoom, within(2.0));
        assertThat(after.y() - before.y()).isCloseTo(90 / zoom, within(2.0));
        assertThat(copper().consumers().getFirst().box().x() - node.x())
                .isCloseTo(after.x() - before.x(), within(1e-6));
        assertThat(remembered).singleElement().asString().startsWith("copper ");
        assertThat(selection.isEmpty()).as("a drag is no click").isTrue();

        robot.type(KeyCode.T);
        pass(robot);
        assertThat(copper().tank()).isEqualTo(before);
        assertThat(remembered).last().isEqualTo("");
    }

    @Test
    void escapePutsItBack(FxRobot robot) {
        Box before = copper().tank();
        Box seen = view.model().camera().visible();
        grab(robot).moveBy(60, 90);
        pass(robot);
        assertThat(copper().tank()).isNotEqualTo(before);
        assertThat(view.model().camera().isFollowing()).isFalse();
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        pass(robot);
        assertThat(copper().tank()).isEqualTo(before);
        assertThat(remembered).isEmpty();
        assertThat(view.model().camera().isFollowing())
                .as("as if nothing had been")
                .isTrue();
        assertThat(view.model().camera().visible()).isEqualTo(seen);
    }

    @Test
    void whatIsRememberedStandsThereAgain(FxRobot robot) {
        robot.interact(() -> view.restorePins("copper 2000 300"));
        pass(robot);
        assertThat(copper().bounds().x()).isCloseTo(2_000, within(1e-6));
        assertThat(copper().bounds().y()).isCloseTo(300, within(1e-6));
    }

    @Test
    void whatIsSelectedIsShownLargeAndTheSmallMapTellsWhereItIs(FxRobot robot) {
        Node small = robot.lookup("#minimap").query();
        assertThat(small.isVisible()).isFalse();
        robot.interact(() -> {
            view.requestFocus();
            selection.select(new Target.Resource(COPPER));
        });
        robot.type(KeyCode.S);
        pass(robot);
        assertThat(view.model().camera().visible().overlaps(copper().tank())).isTrue();
        assertThat(small.isVisible()).isTrue();

        Box seen = view.model().camera().visible();
        robot.interact(() -> {});
        robot.moveTo(small).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        pass(robot);
        Box whole = view.model().extent();
        assertThat(view.model().camera().visible()).isNotEqualTo(seen);
        assertThat(view.model().camera().visible().centreX()).isCloseTo(whole.centreX(), within(whole.width() / 20));
        assertThat(view.model().camera().visible().centreY()).isCloseTo(whole.centreY(), within(whole.height() / 20));

        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(view.model().camera().visible().centreX()).isGreaterThan(whole.centreX());
    }

    private FxRobot grab(FxRobot robot) {
        Box tank = copper().tank();
        Camera camera = view.model().camera();
        robot.moveTo(view.localToScreen(camera.toScreenX(tank.centreX()), camera.toScreenY(tank.centreY())));
        return robot.press(MouseButton.PRIMARY);
    }

    /** Long enough for everything to come to rest. */
    private void pass(FxRobot robot) {
        robot.interact(() -> {
            view.pulse(now += SECOND);
            view.pulse(now += SECOND);
        });
    }

    private BasinPicture copper() {
        return Objects.requireNonNull(view.model().basin(COPPER));
    }
}
