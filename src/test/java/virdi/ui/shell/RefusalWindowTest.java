package virdi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window that shows why a start from a menu was refused. */
@ExtendWith(ApplicationExtension.class)
final class RefusalWindowTest {
    private static final String SENTENCE = "Port 50051 on 127.0.0.1 is taken by another program.";

    private final AtomicInteger closed = new AtomicInteger();

    @Start
    void open(Stage unused) {
        RefusalWindow.show(SENTENCE, closed::incrementAndGet);
    }

    @Test
    void tellsTheSentenceUntilItIsClosedByEnter(FxRobot robot) {
        assertThat(robot.lookup(SENTENCE).tryQuery()).isPresent();
        assertThat(closed).hasValue(0);

        robot.push(KeyCode.ENTER);

        assertThat(closed).hasValue(1);
    }

    @Test
    void escapeClosesItToo(FxRobot robot) {
        robot.push(KeyCode.ESCAPE);

        assertThat(closed).hasValue(1);
    }

    @Test
    void theSentenceCanBeCopied(FxRobot robot) {
        robot.clickOn(".icon-button");

        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(SENTENCE));
        robot.push(KeyCode.ESCAPE);
    }
}
