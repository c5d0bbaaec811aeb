package virdi.ui.shell.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Where a window opens that remembers another set of screens. */
final class WindowStateTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1440);

    @Test
    void staysOnTheScreenThatIsStillThere() {
        Rectangle2D window = new Rectangle2D(2000, 100, 2400, 1300);

        assertThat(WindowState.visible(window, List.of(LEFT, LEFT, RIGHT))).isEqualTo(window);
    }

    @Test
    void comesToTheMiddleOfTheFirstAndFitsItWhenItsOwnIsGone() {
        assertThat(WindowState.visible(new Rectangle2D(2000, 100, 1200, 800), List.of(LEFT)))
                .isEqualTo(new Rectangle2D(360, 140, 1200, 800));
        assertThat(WindowState.visible(new Rectangle2D(2000, 100, 2400, 1300), List.of(LEFT)))
                .isEqualTo(LEFT);
    }

    @Test
    void mayLieAcrossTwoScreens() {
        Rectangle2D window = new Rectangle2D(1300, 50, 1200, 800);

        assertThat(WindowState.visible(window, List.of(LEFT, LEFT, RIGHT))).isEqualTo(window);
    }

    @Test
    void sliverThatIsLeftOfItIsPulledIn() {
        assertThat(WindowState.visible(new Rectangle2D(1900, 50, 1200, 800), List.of(LEFT)))
                .isEqualTo(new Rectangle2D(720, 50, 1200, 800));
    }

    @Test
    void titleIsNeverAboveTheScreen() {
        assertThat(WindowState.visible(new Rectangle2D(100, -200, 1200, 800), List.of(LEFT)))
                .isEqualTo(new Rectangle2D(100, 0, 1200, 800));
    }
}
