package virdi.ui.map.paint;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.ui.kit.pen.TextWidth;

/** Texts are shortened only where they have no room, whatever they are written in. */
@ExtendWith(ApplicationExtension.class)
public class MapFontsTest {
    private final MapFonts fonts = new MapFonts();

    @Start
    void open(Stage stage) {
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "885 / 1,200 /min",
                "AVAVAVA Type fit office",
                "draining · empty in 25 min",
                "↑ +4,200/min",
                "Öfen für Erz",
                "製鉄所-1"
            })
    void aTextIsShortenedOnlyWhereItHasNoRoom(String text, FxRobot robot) {
        robot.interact(() -> {
            for (Font font : new Font[] {fonts.plain(11), fonts.bold(18)}) {
                double width = TextWidth.of(text, font);
                assertThat(fonts.fit(text, font, width + 0.01)).isEqualTo(text);
                assertThat(fonts.fit(text, font, 3 * width + 1)).isEqualTo(text);
                if (!text.isEmpty()) {
                    assertThat(fonts.fit(text, font, width * 0.9)).endsWith("…").isNotEqualTo(text);
                }
            }
        });
    }
}
