package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.TankState;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.Theme;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
public class MapViewTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId COPPER = new ResourceId("copper");

    private final Selection<Target> selection = new Selection<>();
    private final List<Set<Target>> menus = new ArrayList<>();
    private MapView view;
    private Scene scene;

    @Start
    void open(Stage stage) {
        view = MapViews.view(selection, targets -> {
            menus.add(targets);
            return new ContextMenu(new MenuItem("Pause"));
        });
        scene = new Scene(view, 980, 800);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.show(SampleWorld.factory().at(0));
    }

    @Test
    void aFrameIsDrawnAndItsDotsMove(FxRobot robot) {
        Set<Integer> colours = new HashSet<>();
        List<WritableImage> pictures = new ArrayList<>();
        robot.interact(() -> {
            assertThat(view.pulse(SECOND)).as("units flow").isTrue();
            pictures.add(scene.snapshot(null));
            view.pulse(SECOND + SECOND / 5);
            pictures.add(scene.snapshot(null));
        });
        int differing = 0;
        for (int x = 0; x < 980; x++) {
            for (int y = 0; y < 800; y++) {
                int before = pictures.getFirst().getPixelReader().getArgb(x, y);
                colours.add(before);
                differing += before == pictures.getLast().getPixelReader().getArgb(x, y) ? 0 : 1;
            }
        }
        assertThat(colours).hasSizeGreaterThan(100);
        assertThat(differing).isBetween(50, 980 * 800 / 10);
    }

    @Test
    void anEmptyMapWantsNoPulse(FxRobot robot) {
        robot.interact(() -> {
            view.show(Frame.EMPTY);
            view.pulse(SECOND);
            assertThat(view.pulse(2 * SECOND)).isFalse();
        });
    }

    @Test
    void aHandIsNotHeldUpByEachFrame(FxRobot robot) {
        robot.interact(() -> {
            long pulse = SECOND / 60;
            view.show(level(0.2));
            view.pulse(SECOND);
            for (int i = 1; i <= 3; i++) {
                view.pan(3, 0);
                view.show(level(0.2 + 0.1 * i));
                assertThat(view.pulse(SECOND + i * pulse)).isTrue();
                view.layout();
                assertThat(shownLevel()).as("level after %s pulses", i).isEqualTo(0.2);
            }
            view.pan(3, 0);
            view.pulse(SECOND + 4 * pulse);
            assertThat(shownLevel()).as("the newest, and no other").isEqualTo(0.5);
            view.pan(3, 0);
            view.show(level(0.9));
            view.pulse(SECOND + 5 * pulse);
            assertThat(shownLevel()).isEqualTo(0.5);
            view.pulse(SECOND + 8 * pulse);
            assertThat(shownLevel()).as("every fourth pulse").isEqualTo(0.9);
        });
    }

    private double shownLevel() {
        return Objects.requireNonNull(view.model().basin(COPPER)).basin().view().fillShare();
    }

    @Test
    void aLevelThatComesBetweenTwoStepsIsDrawnWithTheNext(FxRobot robot) {
        robot.interact(() -> {
            view.hold(true);
            view.show(level(0.1));
            view.pulse(SECOND);
            view.show(level(0.2));
            view.pulse(2 * SECOND);
            WritableImage before = scene.snapshot(null);
            view.show(level(0.9));
            assertThat(view.pulse(2 * SECOND + 1)).as("it is not drawn yet").isTrue();
            assertThat(view.pulse(2 * SECOND + SECOND / 10))
                    .as("nothing is left")
                    .isFalse();
            WritableImage after = scene.snapshot(null);
            Box tank = Objects.requireNonNull(view.model().basin(COPPER)).tank();
            int x = (int) screenX(tank.centreX());
            int y = (int) screenY(tank.y() + tank.height() * 0.3);
            assertThat(after.getPixelReader().getArgb(x, y))
                    .isNotEqualTo(before.getPixelReader().getArgb(x, y));
        });
    }

    private static Frame level(double share) {
        return new MapWorld().tank("copper", TankState.STEADY, share, 0, null).frame(0);
    }

    @Test
    void aFrameWantsNoPulseOfItsOwnButInputDoes(FxRobot robot) {
        var stirs = new AtomicInteger();
        robot.interact(() -> {
            view.onWake(stirs::incrementAndGet);
            view.show(SampleWorld.factory().at(1));
            view.pulse(SECOND);
            assertThat(stirs).hasValue(0);
            view.zoomIn();
            assertThat(stirs).hasValue(1);
        });
    }

    @Test
    void aClickSelectsAndAClickOnTheGroundSelectsNothing(FxRobot robot) {
        robot.interact(() -> view.pulse(SECOND));
        click(robot, tank());
        assertThat(selection.items()).containsExactly(new Target.Resource(COPPER));
        robot.clickOn(scene.getWindow().getX() + 6, scene.getWindow().getY() + 400);
        assertThat(selection.items()).isEmpty();
    }

    @Test
    void aNodeOpensTheMenuOfWhatItMeans(FxRobot robot) {
        robot.interact(() -> view.pulse(SECOND));
        NodePicture node = copper().producers().getFirst();
        Box box = node.box();
        robot.moveTo(screenX(box.centreX()), screenY(box.centreY())).clickOn(MouseButton.SECONDARY);
        assertThat(menus).containsExactly(view.model().targets(node.element()));
        assertThat(selection.items()).isEqualTo(view.model().targets(node.element()));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theKeyboardWalksSelectsZoomsAndFits(FxRobot robot) {
        robot.interact(() -> {
            view.pulse(SECOND);
            view.requestFocus();
        });
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(selection.items()).isNotEmpty();
        assertThat(view.getAccessibleText()).contains(" of ");
        double zoom = view.model().camera().zoom();
        robot.type(KeyCode.PLUS);
        assertThat(view.model().camera().zoom()).isGreaterThan(zoom);
        robot.type(KeyCode.DIGIT0);
        robot.interact(() -> {
            view.pulse(3 * SECOND);
            view.pulse(4 * SECOND);
        });
        assertThat(view.model().camera().isFollowing()).isTrue();
    }

    @Test
    void aDragPansAndTheWheelZooms(FxRobot robot) {
        robot.interact(() -> view.pulse(SECOND));
        double before = view.model().camera().toScreenX(0);
        double x = scene.getWindow().getX() + 6;
        double y = scene.getWindow().getY() + 400;
        robot.moveTo(x, y).press(MouseButton.PRIMARY).moveTo(x + 60, y).release(MouseButton.PRIMARY);
        assertThat(view.model().camera().toScreenX(0)).isGreaterThan(before + 40);
        double zoom = view.model().camera().zoom();
        robot.moveTo(x + 300, y).scroll(3, VerticalDirection.UP);
        assertThat(view.model().camera().zoom()).isNotEqualTo(zoom);
    }

    @Test
    void byClientAClickOnACardSelectsTheClientEverywhere(FxRobot robot) {
        robot.interact(() -> {
            view.pulse(SECOND);
            view.arrangeBy(MapOrder.BY_CLIENT);
            view.pulse(2 * SECOND);
            view.pulse(3 * SECOND);
        });
        CardPicture card = view.model().cards().iterator().next();
        click(robot, card.head());
        robot.interact(() -> view.pulse(4 * SECOND));
        assertThat(selection.items())
                .containsExactly(new Target.Client(card.card().clients().getFirst()));
        assertThat(card.isSelected()).isTrue();
        robot.type(card.isProducer() ? KeyCode.RIGHT : KeyCode.LEFT);
        assertThat(view.getAccessibleText()).contains("tank");
    }

    private Box tank() {
        return copper().tank();
    }

    private BasinPicture copper() {
        return Objects.requireNonNull(view.model().basin(COPPER));
    }

    private void click(FxRobot robot, Box box) {
        robot.clickOn(screenX(box.centreX()), screenY(box.centreY()));
    }

    private double screenX(double x) {
        return view.localToScreen(view.model().camera().toScreenX(x), 0).getX();
    }

    private double screenY(double y) {
        return view.localToScreen(0, view.model().camera().toScreenY(y)).getY();
    }
}
