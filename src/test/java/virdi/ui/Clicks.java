package virdi.ui;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/** What a robot's hand does that must not depend on how busy the machine is. */
public final class Clicks {
    private Clicks() {}

    /** Clicks twice at a point of the screen, with no time between: two clicks half a second apart are not a double one. */
    public static void twice(FxRobot robot, Point2D at) {
        robot.moveTo(at);
        BaseRobot hand = robot.robotContext().getBaseRobot();
        robot.interact(() -> {
            for (int click = 0; click < 2; click++) {
                hand.pressMouse(MouseButton.PRIMARY);
                hand.releaseMouse(MouseButton.PRIMARY);
            }
        });
    }
}
